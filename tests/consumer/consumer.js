// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later
import EuPolicy from 'gi://EuPolicy?version=1';

const catalog = EuPolicy.Catalog.builtin();
catalog.languages = ['en'];
for (const priority of catalog.priorities)
    print(`${priority.id}: ${priority.title}`);
