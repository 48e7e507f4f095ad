// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// A catalog of one's own: made by calls, written as JSON, read again, and checked.

import EuPolicy from 'gi://EuPolicy?version=1';
import GLib from 'gi://GLib';

const catalog = new EuPolicy.Catalog();
const initiative = EuPolicy.Initiative.new('cycle-paths');
initiative.title = 'Cycle paths between capitals';
initiative.instrument = EuPolicy.Instrument.REGULATION;
initiative.set_references([EuPolicy.Reference.new_from_string('com (2025)148 final')]);
catalog.add(initiative);

const milestone = EuPolicy.Milestone.new('cycle-paths/proposed/2025-03');
milestone.title = 'Cycle paths: proposed';
milestone.subject_id = 'cycle-paths';
milestone.date = EuPolicy.Date.new(2025, 3, 0);
milestone.kind = EuPolicy.MilestoneKind.PROPOSED;
catalog.add(milestone);

const json = catalog.to_string(EuPolicy.Format.JSON);
print(json.trimEnd());

const bytes = new GLib.Bytes(new TextEncoder().encode(json));
const again = EuPolicy.Catalog.new_from_bytes(bytes, EuPolicy.Format.JSON, null);
const status = EuPolicy.status_to_string(again.get('cycle-paths').status);
print(`cycle-paths: ${status}, ${again.validate().length} issues`);
