// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way through the pages of one scan. After a failure the same section can be asked for again. */
interface Walk {

    /**
     * A stretch of the scan.
     *
     * @param changes as the API sent them, what was delivered before included
     * @param mark    how far everything was seen once these are delivered; null where that cannot be said yet
     * @param last     whether the scan ends with this section
     * @param complete whether it ends because everything was read
     */
    record Section(
            List<Change> changes, Map<String, Object> definitions, Instant mark, boolean last, boolean complete) {}

    /** The next section, empty after the last one. */
    Optional<Section> next();

    /** Whether the marks given so far can be built upon: false once pages came out of order. */
    boolean isOrdered();
}
