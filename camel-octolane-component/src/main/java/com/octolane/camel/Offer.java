// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.poll.Batch;
import com.octolane.camel.poll.Change;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * What becomes one exchange of a consumer.
 *
 * @param only the record of the page that it is, null for all of them
 */
record Offer(Batch batch, Change only) {

    /**
     * The offers of a page, in its order.
     *
     * @param split whether each record is one
     * @param most  how many there are at most
     */
    static Queue<Object> of(Batch batch, boolean split, int most) {
        Queue<Object> offers = new ArrayDeque<>();
        if (split) {
            List<Change> changes = batch.changes();
            changes.subList(0, Math.min(most, changes.size())).forEach(change -> offers.add(new Offer(batch, change)));
        } else {
            offers.add(new Offer(batch, null));
        }
        return offers;
    }

    int records() {
        return only == null ? batch.changes().size() : 1;
    }

    @Override
    public String toString() {
        return only == null ? "a page of " + records() + " records" : "record " + only.id();
    }
}
