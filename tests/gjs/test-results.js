// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import EuPolicy from 'gi://EuPolicy?version=1';
import Gio from 'gi://Gio';

import {equal, finish, ok, same, test, throws} from './tap.js';

const catalog = EuPolicy.Catalog.builtin();
catalog.languages = ['en'];
catalog.as_of = EuPolicy.Date.new_from_string('2026-11-21');

test('results iterate', () => {
    const results = catalog.query('type:milestone date:2025-03..2025-06 in:security-and-defence');
    ok(results.length > 3);
    equal([...results].length, results.n_total);
    equal(results.get([...results][0].id), results.get_item(0));
});

test('rows are plain objects', () => {
    const results = catalog.query('type:initiative in:security-and-defence');
    const rows = results.toObjects(['id', 'title', 'status']);
    same(rows.map(row => row.id), [...results].map(i => i.id));
    same(rows.map(row => row.title), [...results].map(i => i.title));
    same(Object.keys(rows[0]), ['id', 'title', 'status']);
    same(Object.keys(results.toObjects()[0]), ['id', 'type', 'title']);
    same(results.toColumns(['id']).id, results.dup_column('id'));
});

test('rows hold any text', () => {
    const title = 'a "quoted" \\ line\nwith \u0001, Ωμέγα and 𝄞';
    const own = EuPolicy.Catalog.new();
    own.add(EuPolicy.Initiative.new('x'));
    own.get('x').title = title;
    const results = own.query('type:initiative');
    same(results.toObjects(['title', 'id', 'title', 'summary']), [{title, id: 'x', summary: null}]);
    same(results.toObjects([]), [{}]);
});

test('numbers are doubles', () => {
    const results = catalog.query('type:milestone sort:date has:date');
    const numbers = results.toNumbers('date');
    equal(numbers.length, results.length);
    equal(numbers[0], results.get_item(0).day);
});

test('counts', () => {
    const results = catalog.query('type:initiative');
    const counts = results.countBy('status');
    equal([...counts.values()].reduce((a, b) => a + b), results.length);
    equal(counts.get('adopted'), catalog.query('type:initiative status:adopted').length);
});

test('queries by calls', () => {
    const query = EuPolicy.Query.new_for_type(EuPolicy.Milestone)
        .where('date', EuPolicy.Operator.AT_LEAST, '2025-06').sorted_by('date', false).limited(0, 3);
    equal(catalog.select(query).length, 3);
    equal(String(EuPolicy.Query.new_from_string(String(query))), String(query));
});

test('a wrong question throws', async () => {
    await throws(() => catalog.query('status:propsed'),
        e => e.matches(EuPolicy.QueryError, EuPolicy.QueryError.BAD_VALUE) && e.message.includes('proposed'));
    await throws(() => catalog.query('type:initiative').toObjects(['nonsense']));
});

test('an entity stands for its id, and one milestone fits all', () => {
    const lead = catalog.get('henna-virkkunen');
    const all = EuPolicy.Query.new_from_string('');
    equal(`${all.where('lead', EuPolicy.Operator.IS, lead)}`, 'lead:henna-virkkunen');
    equal(`${all.where_any('lead', EuPolicy.Operator.IS_NOT, [lead, 'nobody'])}`, '-lead:henna-virkkunen,nobody');
    const one = EuPolicy.Query.new_milestone(EuPolicy.Query.new_from_string('kind:adopted state:reached'));
    equal(`${one}`, 'milestone:(kind:adopted state:reached)');
});

test('a question that costs too much throws', async () => {
    const large = EuPolicy.Catalog.new();
    large.edit(() => {
        for (let i = 0; i < 14000; i++)
            large.add(EuPolicy.Initiative.new(`i${i}`));
    });
    const letters = [...'abcdefghijklmnop'];
    const values = letters.flatMap(a => letters.flatMap(b => letters.map(c => `title@${a}${b}${c}`))).slice(0, 4000);
    const text = `type:initiative has:${values.join(',')}`;
    const costly = e => e.matches(EuPolicy.QueryError, EuPolicy.QueryError.TOO_COSTLY)
        && text.slice(Number(e.message.match(/^column (\d+): /)[1]) - 1).startsWith('title@');
    await throws(() => large.query(text), costly);
    await throws(() => large.select(EuPolicy.Query.new_from_string(text)), costly);
    await throws(() => large.select_full(EuPolicy.Query.new_from_string(text), null), costly);
});

test('a question is cancelled', async () => {
    const query = EuPolicy.Query.new_from_string('type:initiative sort:title');
    const cancellable = new Gio.Cancellable();
    cancellable.cancel();
    await throws(() => catalog.select_full(query, cancellable), e => e.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED));
    equal(catalog.select_full(query, new Gio.Cancellable()).length, catalog.select(query).length);
});

await finish();
