// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import EuPolicy from 'gi://EuPolicy?version=1';

import {equal, finish, ok, same, test, throws} from './tap.js';

const date = text => EuPolicy.Date.new_from_string(text);

test('dates compare and sort', () => {
    ok(date('2024-12') < date('2025'));
    ok(date('2025-03-04') >= date('2025-03'));
    const dates = [date('2025-04'), date('2024-06'), date('2025-03-04')];
    same(dates.sort((a, b) => a - b).map(String), ['2024-06', '2025-03-04', '2025-04']);
    same(dates.reverse().sort().map(String), ['2024-06', '2025-03-04', '2025-04']);
    equal(+date('1970-01-02'), 1);
    equal(+date('1969-12-31'), -1);
});

test('dates are text where text is asked', () => {
    equal(`${date('2025-03')}`, '2025-03');
    equal(`on ${date('2025-03')}`, 'on 2025-03');
    equal(String(date('2025-XX')), '2025-XX');
    equal(JSON.stringify({d: date('2025-03')}), '{"d":"2025-03"}');
});

test('dates have accessors', () => {
    const d = date('2025-03-04');
    same([d.year, d.month, d.day, d.quarter], [2025, 3, 4, 1]);
    equal(d.precision, EuPolicy.Precision.DAY);
    equal(String(date('2025-03').firstDay), '2025-03-01');
    equal(String(date('2025-03').last_day), '2025-03-31');
    equal(d.toDate().toISOString(), '2025-03-04T00:00:00.000Z');
    ok(date('2025').contains(d) && d.equal(date('2025-03-04')));
    equal(EuPolicy.Date.new(2025, 3, 0).to_string(), '2025-03');
});

test('bad dates throw', async () => {
    for (const text of ['', '2025-13', '2025-02-29', 'publication +20'])
        await throws(() => date(text), e => e.matches(EuPolicy.ParseError, EuPolicy.ParseError.BAD_VALUE));
});

test('periods and texts', () => {
    const period = EuPolicy.Period.new_from_string('2024-12-01/..');
    equal(String(period), '2024-12-01/..');
    equal(String(period.start), '2024-12-01');
    equal(period.end, null);
    const text = EuPolicy.Text.new('en', 'Paths').with_string('fr', 'Chemins');
    same(text.languages, ['en', 'fr']);
    same(text, {en: 'Paths', fr: 'Chemins'});
    equal(text.get('de'), null);
    ok(String(text).length > 0);
});

test('values with a place in lists', () => {
    const source = EuPolicy.Citation.new(EuPolicy.Text.new('en', 'A page'), 'https://example.org/', null);
    const figure = EuPolicy.Figure.new(71, '%', EuPolicy.Qualifier.AT_LEAST, EuPolicy.Text.new('en', 'of citizens'),
        date('2024'), source);
    same(figure, {
        value: 71, unit: '%', qualifier: 'at-least', label: {en: 'of citizens'}, date: '2024',
        source: {title: {en: 'A page'}, uri: 'https://example.org/'},
    });
    ok(String(figure).includes('71'));
    ok(figure.equal(EuPolicy.Figure.new(71, '%', EuPolicy.Qualifier.AT_LEAST, EuPolicy.Text.new('en', 'of citizens'),
        date('2024'), source)));
    const reference = EuPolicy.Reference.new_from_string('com (2025)148 final');
    equal(String(reference), 'COM(2025) 148');
    equal(JSON.stringify(reference), '"COM(2025) 148"');
    const link = EuPolicy.Link.new('https://example.org/', EuPolicy.Text.new('en', 'News'), EuPolicy.LinkKind.NEWS, null);
    same(link, {uri: 'https://example.org/', title: {en: 'News'}, kind: 'news'});
    const term = EuPolicy.Term.new('m', EuPolicy.Text.new('en', 'Commissioner'), null, null, ['p']);
    same(term, {mandate: 'm', role: {en: 'Commissioner'}, priorities: ['p']});
    equal(String(EuPolicy.Title.new(EuPolicy.Text.new('en', 'Old'), null)), 'Old');
    const reason = EuPolicy.Reason.new('milestone', 'act/signed', date('2025-03'));
    same(reason, {rule: 'milestone', entityId: 'act/signed', date: '2025-03'});
    equal(reason.format('en'), 'it has reached the milestone act/signed (March 2025)');
    equal(String(reason), reason.format(null));
    same(EuPolicy.Initiative.new('i').statusReason, {rule: 'none'});
    equal(EuPolicy.Milestone.new('m').rescheduledSince, null);
});

await finish();
