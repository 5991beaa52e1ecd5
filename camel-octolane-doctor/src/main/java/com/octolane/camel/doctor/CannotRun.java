// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

/** The run has to end: its message is one sentence for the user. */
final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence, null, false, false);
    }
}
