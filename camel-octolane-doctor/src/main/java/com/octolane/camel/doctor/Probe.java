// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import java.util.List;

/**
 * A question to the service.
 *
 * @param title what is asked, for the line of progress
 * @param ids   the assumptions that it decides
 * @param check asks, and tells what it saw of each of them
 */
record Probe(String title, List<String> ids, Check check) {

    /** Asks the service. */
    @FunctionalInterface
    interface Check {
        void run(Crm crm, Findings findings);
    }
}
