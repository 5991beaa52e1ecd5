// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.doctor;

import java.util.List;

/**
 * What a run has to tell, whole or as far as it came.
 *
 * @param findings one for each assumption of the register
 * @param written  what was written
 * @param stopped  why the run ended early, null where it did not
 */
record Report(List<Finding> findings, List<Written.Entry> written, String stopped) {

    /** Something could not be asked. */
    static final int COULD_NOT_RUN = 2;

    private static final int SOMETHING_DIFFERS = 1;

    /** 0 where all that was tested holds. */
    int exitCode() {
        if (stopped != null) {
            return COULD_NOT_RUN;
        }
        return count(Verdict.DIFFERS) > 0 ? SOMETHING_DIFFERS : 0;
    }

    long count(Verdict verdict) {
        return findings.stream().filter(each -> each.verdict() == verdict).count();
    }

    String summary() {
        return count(Verdict.HOLDS) + " hold, " + count(Verdict.DIFFERS) + " differ, " + count(Verdict.NOT_TESTED)
                + " not tested";
    }
}
