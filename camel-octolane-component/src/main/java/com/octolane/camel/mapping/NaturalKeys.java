// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import com.octolane.camel.OctolaneObject;
import java.util.List;
import java.util.Locale;

/** The keys by which the API recognises accounts and contacts. */
public final class NaturalKeys {

    private NaturalKeys() {}

    /**
     * How a record may be stored that somebody names so.
     *
     * @param key a domain or the address of a web site for accounts, an e-mail address for contacts
     * @return the form in which this component writes it ({@code acme.com} for {@code https://www.Acme.com/about}), and
     *     the given one where it is another
     */
    public static List<String> spellings(OctolaneObject object, String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        String host = object == OctolaneObject.account ? Addresses.hostOf(lower) : lower;
        String written = host.isEmpty() ? lower : host;
        return written.equals(key) ? List.of(key) : List.of(written, key);
    }
}
