// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// Five fields of many rows in GJS: results.toObjects() against the properties of each object in a loop.
// Each side in turn, medians. The loop keeps what it reads in the same plain objects, so both end with the same data;
// what reading alone costs, keeping nothing, is shown too. Usage: bench-columns.js INITIATIVES GENERATOR.

import Gio from 'gi://Gio';
import GLib from 'gi://GLib';
import EuPolicy from 'gi://EuPolicy?version=1';
import System from 'system';

const ROUNDS = 3;

function load(n, generator) {
    const process = Gio.Subprocess.new([generator, `${n}`], Gio.SubprocessFlags.STDOUT_PIPE);
    const [, data] = process.communicate(null, null);
    const catalog = EuPolicy.Catalog.new_from_bytes(data, EuPolicy.Format.JSON, null);

    catalog.as_of = EuPolicy.Date.new_from_string('2025-06-05');
    catalog.languages = ['en'];
    return catalog;
}

function readProperties(results, last) {
    let n = 0;

    for (const entity of results)
        n += [entity.id, entity.title, entity.status, entity.date, entity[last]].length;
    return n;
}

function keepProperties(results, last) {
    const rows = [];

    for (const entity of results) {
        const value = entity[last];
        rows.push({
            id: entity.id,
            title: entity.title,
            status: EuPolicy.Status.to_string(entity.status),
            date: entity.date.toString(),
            [last.replaceAll('_', '-')]: typeof value === 'number' ? EuPolicy.Instrument.to_string(value) : value,
        });
    }
    return rows;
}

// The median of each side in milliseconds: each is run in turn, so that what slows the machine slows all.
function measure(sides) {
    const times = new Map(Object.keys(sides).map(name => [name, []]));

    for (let round = 0; round < ROUNDS; round++) {
        for (const [name, side] of Object.entries(sides)) {
            System.gc();
            const begin = GLib.get_monotonic_time();
            side();
            times.get(name).push((GLib.get_monotonic_time() - begin) / 1000);
        }
    }
    return new Map([...times].map(([name, found]) => [name, found.sort((a, b) => a - b)[found.length >> 1]]));
}

function compare(results, fields) {
    const last = fields.at(-1).replaceAll('-', '_');

    if (JSON.stringify(results.toObjects(fields)) !== JSON.stringify(keepProperties(results, last)))
        throw new Error(`${fields}: toObjects() and the loop differ`);

    const found = measure({
        'toObjects()': () => results.toObjects(fields),
        'loop of properties, kept': () => keepProperties(results, last),
        'loop of properties, only read': () => readProperties(results, last),
        'dup_columns() alone': () => results.dup_columns(fields),
        'toColumns()': () => results.toColumns(fields),
    });
    print(`${fields.join(', ')} of ${results.length} rows`);
    for (const [name, time] of found) {
        const ratio = !name.startsWith('loop') ? ''
            : `   toObjects() is ${(time / found.get('toObjects()')).toFixed(1)} times faster (at least 10)`;
        print(`  ${name.padEnd(32)} ${time.toFixed(1).padStart(10)} ms ${ratio}`);
    }
}

const [n, generator] = ARGV;
const results = load(Number(n), generator).query('type:initiative');

compare(results, ['id', 'title', 'status', 'date', 'instrument']);
compare(results, ['id', 'title', 'status', 'date', 'lead-ids']);
