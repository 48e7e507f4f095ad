// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// From a priority down: who is in charge, its objectives, and how far the initiatives under each have come.

import EuPolicy from 'gi://EuPolicy?version=1';

const catalog = EuPolicy.Catalog.builtin();
catalog.languages = ['en'];
catalog.as_of = EuPolicy.Date.new_from_string('2026-11-21');

const priority = catalog.get('security-and-defence');
print(priority.title);
print(`In charge: ${[...priority.commissioners].map(person => person.title).join(', ')}`);

for (const objective of priority.objectives) {
    print(objective.title);
    for (const initiative of objective.initiatives) {
        const status = EuPolicy.status_dup_label(initiative.status, 'en');
        print(`  ${initiative.title}: ${status}, ${initiative.date?.format('en') ?? 'no date'}`);
    }
}
