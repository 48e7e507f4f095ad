// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

import EuPolicy from 'gi://EuPolicy?version=1';
import GLib from 'gi://GLib';
import Gio from 'gi://Gio';
import Json from 'gi://Json?version=1.0';
import System from 'system';

import {equal, finish, ok, same, test, throws} from './tap.js';

const builtin = EuPolicy.Catalog.builtin();
builtin.languages = ['en'];
builtin.as_of = EuPolicy.Date.new_from_string('2026-11-21');

function small() {
    const catalog = new EuPolicy.Catalog();
    catalog.languages = ['en'];
    const initiative = EuPolicy.Initiative.new('i');
    initiative.title = 'Paths';
    initiative.instrument = EuPolicy.Instrument.REGULATION;
    catalog.add(initiative);
    const milestone = EuPolicy.Milestone.new('i/1');
    milestone.subject_id = 'i';
    milestone.date = EuPolicy.Date.new(2025, 3, 0);
    milestone.kind = EuPolicy.MilestoneKind.PROPOSED;
    catalog.add(milestone);
    return catalog;
}

test('catalogs and lists iterate', () => {
    equal([...builtin.priorities].length, 13);
    equal(builtin.priorities.length, 13);
    equal([...builtin].length, builtin.length);
    ok(builtin.length > 900);
    equal([...builtin.get('protecteu').milestones][0].date.year, 2025);
});

test('only our own classes are changed', () => {
    equal(Gio.ListModel.prototype?.[Symbol.iterator], undefined);
    equal(new Gio.SimpleAction({name: 'x'}).toJSON, undefined);
});

test('entities are found by id', () => {
    equal(builtin.get('protecteu').id, 'protecteu');
    equal(builtin.get('nothing'), null);
    equal(builtin.get('security-and-defence').objectives.get('internal-security').title,
        builtin.get('internal-security').title);
    equal(builtin.get('protecteu'), builtin.lookup('protecteu'));
});

test('properties are read and written', () => {
    const catalog = small();
    const i = catalog.get('i');
    i.title = 'Other';
    equal(i.title, 'Other');
    i.stated_status = EuPolicy.Status.WITHDRAWN;
    equal(i.status, EuPolicy.Status.WITHDRAWN);
    i.leadIds = ['a', 'b'];
    same(i.lead_ids, ['a', 'b']);
    i.set_figures([EuPolicy.Figure.new(1, '%', EuPolicy.Qualifier.EXACT, null, null, null)]);
    equal([...i.figures][0].value, 1);
});

test('entities are text and JSON', () => {
    const catalog = small();
    equal(String(catalog.get('i')), 'Paths');
    same(catalog.get('i/1').toJSON(), {type: 'milestone', id: 'i/1', subject: 'i', date: '2025-03', kind: 'proposed'});
    equal(JSON.parse(JSON.stringify(catalog)).length, 2);
});

test('lists are live', () => {
    const catalog = small();
    const {milestones} = catalog.get('i');
    const changes = [];
    milestones.connect('items-changed', (_, ...change) => changes.push(change));
    const added = EuPolicy.Milestone.new('i/0');
    added.subject_id = 'i';
    added.date = EuPolicy.Date.new(2024, 1, 1);
    catalog.add(added);
    same(changes, [[0, 0, 1]]);
    catalog.remove('i/0');
    same(changes, [[0, 0, 1], [0, 1, 0]]);
});

test('an edit is announced at its end', () => {
    const catalog = small();
    let seen = 0;
    catalog.connect('changed', () => seen++);
    catalog.edit(() => {
        catalog.get('i').title = 'a';
        catalog.get('i/1').title = 'b';
        equal(seen, 0);
    });
    ok(seen > 0);
});

test('reading and saving are promises', async () => {
    const path = GLib.build_filenamev([GLib.dir_make_tmp('eupolicy-XXXXXX'), 'c.json']);
    ok(await small().save_async(Gio.File.new_for_path(path), EuPolicy.Format.JSON, null));
    const again = await EuPolicy.Catalog.open(path);
    same(again.toJSON(), small().toJSON());
    equal((await EuPolicy.Catalog.open(Gio.File.new_for_path(path))).length, 2);
    equal((await EuPolicy.Catalog.new_from_file_async(Gio.File.new_for_path(path), null)).length, 2);
    await throws(() => EuPolicy.Catalog.open('/nonexistent/x.json'));

    const progress = new EuPolicy.Progress();
    const seen = [];
    progress.connect('notify::fraction', () => seen.push(progress.fraction));
    ok(!(progress instanceof Gio.Cancellable));
    equal((await EuPolicy.Catalog.open(path, null, progress)).length, 2);
    equal(seen.at(-1), 1);
    equal(progress.nBytes, progress.nTotal);
    equal((await EuPolicy.Catalog.new_from_file_full_async(
        Gio.File.new_for_path(path), EuPolicy.Format.JSON, progress, null)).length, 2);
    equal(seen.at(-1), 1);
    equal(EuPolicy.Catalog.new_from_file_full(Gio.File.new_for_path(path), EuPolicy.Format.AUTO, progress, null).length, 2);
    const cancellable = new Gio.Cancellable();
    cancellable.cancel();
    await throws(() => EuPolicy.Catalog.open(path, cancellable, progress),
        e => e.matches(Gio.IOErrorEnum, Gio.IOErrorEnum.CANCELLED));
    GLib.unlink(path);
});

test('where an item stands', () => {
    const catalog = small();
    const results = catalog.query('type:initiative');
    equal(results.position_of(catalog.get('i')), 0);
    equal(results.position_of(catalog.get('i/1')), -1);
    equal(catalog.initiatives.position_of(catalog.get('i')), 0);
    equal(catalog.initiatives.position_of(catalog.get('i/1')), -1);
});

test('errors are told apart', async () => {
    const catalog = small();
    await throws(() => catalog.add(EuPolicy.Topic.new('i')),
        e => e.matches(EuPolicy.ModelError, EuPolicy.ModelError.DUPLICATE_ID));
    await throws(() => catalog.rename('nothing', 'x'),
        e => e.matches(EuPolicy.ModelError, EuPolicy.ModelError.NOT_FOUND));
    const bytes = new GLib.Bytes(new TextEncoder().encode('{"format": "eupolicy", "x": [01]}'));
    await throws(() => EuPolicy.Catalog.new_from_bytes(bytes, EuPolicy.Format.JSON, 'x'),
        e => e.matches(EuPolicy.ParseError, EuPolicy.ParseError.SYNTAX));
});

test('what is odd stands in no list and stays', () => {
    const figures = '[{"unit":"%"},{"value":1,"unit":"EUR"},{"value":1e999},{"value":2}]';
    const bytes = new GLib.Bytes(new TextEncoder().encode(
        `{"format":"eupolicy","version":1,"initiatives":[{"id":"i","title":"T","figures":${figures}}]}`));
    const catalog = EuPolicy.Catalog.new_from_bytes(bytes, EuPolicy.Format.JSON, 'f');
    const read = [...catalog.get('i').figures];
    same(read.map(f => f.value), [1, 2]);
    catalog.get('i').set_figures(read);
    equal(catalog.to_string(EuPolicy.Format.JSON_LINES).split('\n')[1],
        `{"type":"initiative","id":"i","title":"T","figures":${figures}}`);
});

test('wrong types and half-made nodes are refused', async () => {
    const catalog = small();
    const before = JSON.stringify(catalog.toJSON());
    await throws(() => catalog.get('i').update_json_string('{"notes":"x","title":3}'),
        e => e.matches(EuPolicy.ParseError, EuPolicy.ParseError.WRONG_TYPE));
    for (const kind of [Json.NodeType.OBJECT, Json.NodeType.ARRAY, Json.NodeType.VALUE])
        await throws(() => catalog.add_json(Json.Node.new(kind)),
            e => e.matches(EuPolicy.ParseError, EuPolicy.ParseError.BAD_VALUE));
    equal(JSON.stringify(catalog.toJSON()), before);
});

test('languages are switched', () => {
    const priority = builtin.get('security-and-defence');
    builtin.languages = ['de'];
    ok(priority.title.startsWith('Eine neue Ära'));
    builtin.languages = ['en'];
    equal(priority.title, 'A new era for European defence and security');
});

test('objects outlive what they came from', () => {
    let kept = EuPolicy.Catalog.builtin().get('protecteu').milestones;
    System.gc();
    kept = [...kept][0];
    System.gc();
    equal(kept.subject.id, 'protecteu');
    equal(kept.catalog.get('ec-2024').id, 'ec-2024');
    for (let i = 0; i < 2000; i++)
        builtin.get_item(i % builtin.length).title;
    System.gc();
});

await finish();
