// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// Calls everything with everything, in a process of its own: test-wrong-use.js looks whether it lives.
// Arguments: a seed, and a file for the call that is being made.

import EuPolicy from 'gi://EuPolicy?version=1';
import GLib from 'gi://GLib';
import GObject from 'gi://GObject';
import Gio from 'gi://Gio';
import System from 'system';

const CALLS_EACH = 25;
const NAMES = Object.getOwnPropertyNames(GObject.Object.prototype);
// what is inherited from GLib is not ours to call: it has fatal warnings of its own
const FOREIGN = [Object.prototype, GObject.Object.prototype];
const [seed, log] = System.programArgs;

// GJS 1.90 ends a script that gives a string property, also one of GLib's, what is no string, and no catch sees it.
// So it is tried on one of GLib's in a process of its own.
const wrongStringsEndScripts = (() => {
    const trial = 'try { new imports.gi.Gio.SimpleProxyResolver().default_proxy = 1; } catch {}';
    const process = Gio.Subprocess.new(['gjs', '-c', trial], Gio.SubprocessFlags.STDERR_SILENCE);
    process.wait(null);
    return !process.get_successful();
})();

let state = Number(seed);
function random(n) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % n;
}

function oddThings() {
    const catalog = EuPolicy.Catalog.builtin();
    const detached = catalog.get('protecteu').copy();
    const removed = catalog.get('edip');
    catalog.remove('edip');

    return [
        null, undefined, true, 0, 1, -1, 2 ** 31, 2 ** 53, -(2 ** 63), 1.5, NaN, Infinity, '', 'id', 'protecteu', '2025-03',
        '2025/2026', '\u0000', 'a\u0000b', '\ud800', 'é'.repeat(10000), 'status:proposed', '('.repeat(2000), '"', 'en', '%s%n',
        '{"type": "initiative", "id": "x"}', '{'.repeat(1000), [], {}, [null], ['a', 'b'], [1], [detached], () => {}, Symbol('x'),
        10n, new Date(), new Uint8Array(3), EuPolicy.Date.new(2025, 0, 0), EuPolicy.Date.new_from_string('9999'),
        EuPolicy.Period.new_from_string('../2025'), EuPolicy.Text.new('en', 'x'),
        EuPolicy.Reference.new_from_string('COM(2025) 148'), EuPolicy.Term.new('m', null, null, null, null),
        EuPolicy.Initiative, GObject.TYPE_INVALID, GObject.TYPE_INT, EuPolicy.Milestone.$gtype, detached, removed, catalog,
        new EuPolicy.Catalog(), catalog.milestones, catalog.get('protecteu').milestones, catalog.get('security-and-defence'),
        catalog.get('ec-2024'), catalog.get('henna-virkkunen'), catalog.milestones.get_item(0),
        catalog.get('topic/civil-protection'), Gio.File.new_for_path('/nonexistent/x.json'), new Gio.ListStore(),
        new GLib.Bytes([123, 125]), new GLib.Bytes([]), new GLib.Variant('s', 'x'), new GObject.Object(),
        new EuPolicy.List(), new EuPolicy.Results(), EuPolicy.Query.new_from_string('status:proposed'),
        catalog.query('type:initiative'),
    ];
}

function call(what, body) {
    GLib.file_set_contents_full(log, what.padEnd(100), GLib.FileSetContentsFlags.NONE, 0o600);
    try {
        String(body());
    } catch {
        // whatever is thrown is well: a crash is not
    }
}

const pool = oddThings();
const some = n => Array.from({length: random(n)}, () => pool[random(pool.length)]);

function callAll(owner, names, what, receivers) {
    for (const name of names) {
        for (let i = 0; i < CALLS_EACH; i++) {
            for (const receiver of receivers) {
                call(`${what}.${name}`, () => {
                    const member = receiver[name];
                    if (typeof member === 'function')
                        return member.apply(receiver, some(5));
                    const [value] = some(2);
                    if (!endsScript(receiver, name, value))
                        receiver[name] = value;
                    return receiver[name];
                });
            }
        }
    }
}

// looked up before anything is called: a class may be out of order afterwards
const stringProperties = new Map();
for (const name of Object.keys(EuPolicy).sort()) {
    const properties = EuPolicy[name]?.list_properties?.() ?? [];
    const strings = properties.filter(p => p.value_type === GObject.TYPE_STRING);
    stringProperties.set(EuPolicy[name], new Set(strings.map(p => p.get_name())));
}

function endsScript(receiver, name, value) {
    if (!wrongStringsEndScripts || typeof value === 'string' || value === null)
        return false;
    // short-title, short_title and shortTitle are the same
    const property = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`).replaceAll('_', '-');
    return stringProperties.get(receiver.constructor)?.has(property) ?? false;
}

for (const name of Object.keys(EuPolicy).sort()) {
    const thing = EuPolicy[name];
    if (typeof thing === 'function' && thing.prototype === undefined) {
        for (let i = 0; i < CALLS_EACH; i++)
            call(name, () => thing(...some(5)));
    }
}
for (const type of ['Catalog', 'Changes', 'Citation', 'Commissioner', 'Date', 'Entity', 'Figure', 'Initiative', 'Issue', 'Link',
    'List', 'Mandate', 'Milestone', 'Objective', 'Period', 'Priority', 'Query', 'Reference', 'Results', 'Term', 'Text', 'Title',
    'Topic']) {
    const made = EuPolicy[type];
    if (made?.prototype === undefined)
        continue;
    for (let i = 0; i < CALLS_EACH; i++)
        call(`new ${type}`, () => new made(...some(3)));
    callAll(made, Object.getOwnPropertyNames(made).filter(name => !['prototype', 'length', 'name'].includes(name)), type, [made]);
    const its = pool.filter(thing => {
        try {
            return thing instanceof made;
        } catch {
            return false;
        }
    });
    const names = new Set();
    for (let p = made.prototype; p && !FOREIGN.includes(p); p = Object.getPrototypeOf(p)) {
        for (const name of Object.getOwnPropertyNames(p)) {
            if (!NAMES.includes(name) && name !== 'constructor')
                names.add(name);
        }
    }
    callAll(made, names, `${type}.prototype`, its.slice(0, 5));
}
