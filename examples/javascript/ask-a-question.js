// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// A question in one line, what it counts, and the same question put together by calls.

import EuPolicy from 'gi://EuPolicy?version=1';

function printAnswer(results) {
    print(`${results.length} of ${results.n_total}`);
    for (const {date, title} of results.toObjects(['date', 'title']))
        print(`  ${date} ${title}`);
}

const catalog = EuPolicy.Catalog.builtin();
catalog.languages = ['en'];
catalog.as_of = EuPolicy.Date.new_from_string('2026-11-21');

printAnswer(catalog.query('type:milestone in:security-and-defence date:2025-03 sort:date'));

const open = catalog.query('type:initiative in:security-and-defence is:open');
for (const [status, count] of open.countBy('status'))
    print(`  ${status}: ${count}`);

const question = EuPolicy.Query.new_for_type(EuPolicy.Milestone)
    .where('in', EuPolicy.Operator.IS, 'security-and-defence')
    .where('date', EuPolicy.Operator.AT_LEAST, '2025-06')
    .sorted_by('date', false)
    .limited(0, 3);
printAnswer(catalog.select(question));
