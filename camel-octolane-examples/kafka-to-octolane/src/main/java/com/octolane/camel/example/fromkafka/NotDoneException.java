// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fromkafka;

/** Octolane does not have all events of a batch yet, and may take the others later. */
final class NotDoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDoneException(String message) {
        super(message);
    }
}
