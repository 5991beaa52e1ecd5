// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.fanout;

import com.octolane.camel.OctolaneConstants;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a leg could not do lies in a file that tells leg and version by its name: {@code LEG/KEY.json}. */
public final class Asides {

    static final List<String> LEGS = List.of("file", "topic", "webhook");

    private static final Logger LOG = LoggerFactory.getLogger(Asides.class);

    private static final String EXTENSION = ".json";

    /** A key has letters that some file systems do not take. */
    public String fileName(@ExchangeProperty("leg") String leg, @Header(OctolaneConstants.RECORD_KEY) String key) {
        return leg + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8) + EXTENSION;
    }

    /** Tells in one line what a leg could not do, and why. */
    public void tell(Exchange exchange) {
        Exception reason = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.warn(
                "{} did not take {}, which is put aside: {}",
                exchange.getProperty("leg"),
                exchange.getMessage().getHeader(OctolaneConstants.RECORD_KEY),
                String.valueOf(reason.getMessage()).replaceAll("\\s+", " "));
    }

    /** @param onlyName the name of a file without its folders */
    public String keyOf(@Header(Exchange.FILE_NAME_ONLY) String onlyName) {
        return URLDecoder.decode(onlyName.substring(0, onlyName.length() - EXTENSION.length()), StandardCharsets.UTF_8);
    }

    /**
     * @param name the name of a file below the folder
     * @throws IllegalArgumentException where it lies in the folder of no leg
     */
    public String legOf(@Header(Exchange.FILE_NAME) String name) {
        String leg = name.replaceFirst("[/\\\\].*", "");
        if (!LEGS.contains(leg)) {
            throw new IllegalArgumentException("'" + name
                    + "' in the folder 'again' belongs to no leg: expected a folder of " + LEGS + " above it");
        }
        return leg;
    }

    /** The id of the record to which a version belongs. */
    public String idOf(@Header(OctolaneConstants.RECORD_KEY) String key) {
        return key.substring(0, key.indexOf('@'));
    }
}
