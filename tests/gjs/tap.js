// SPDX-FileCopyrightText: The libeupolicy authors
// SPDX-License-Identifier: LGPL-2.1-or-later

// A small runner: test ('what holds', function) in order, each awaited; finish () prints the plan.

import System from 'system';

const tests = [];

export function test(name, body) {
    tests.push({name, body});
}

function show(value) {
    return typeof value === 'string' ? JSON.stringify(value) : Array.isArray(value) ? JSON.stringify(value) : String(value);
}

export function equal(actual, expected, what = '') {
    if (!Object.is(actual, expected))
        throw new Error(`${what} expected ${show(expected)}, got ${show(actual)}`);
}

export function same(actual, expected, what = '') {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (a !== b)
        throw new Error(`${what} expected ${b}, got ${a}`);
}

export function ok(value, what = 'a true value') {
    if (!value)
        throw new Error(`expected ${what}, got ${show(value)}`);
}

export async function throws(body, check = () => true) {
    try {
        await body();
    } catch (error) {
        ok(check(error), `another error than: ${error}`);
        return;
    }
    throw new Error('expected an error');
}

export async function finish() {
    let failed = 0;

    print(`1..${tests.length}`);
    for (const [index, {name, body}] of tests.entries()) {
        try {
            // eslint-disable-next-line no-await-in-loop
            await body();
            print(`ok ${index + 1} - ${name}`);
        } catch (error) {
            failed++;
            print(`not ok ${index + 1} - ${name}`);
            print(`# ${error}`.replaceAll('\n', ' '));
            print(`# ${error.stack ?? ''}`.trimEnd().replaceAll('\n', '\n# '));
        }
    }
    System.exit(failed > 0 ? 1 : 0);
}
