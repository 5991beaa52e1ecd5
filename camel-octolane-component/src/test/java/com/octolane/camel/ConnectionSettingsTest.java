// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;

/** Endpoints with equal settings share their connections, and so the key that is sent. */
class ConnectionSettingsTest {

    private static final HttpComponent HTTP = new HttpComponent();

    private static Object[] some() {
        return new Object[] {
            URI.create("https://api.example"), "key", HTTP, null, Duration.ofSeconds(1), Duration.ofSeconds(2), 20
        };
    }

    private static Object[] others() {
        return new Object[] {
            URI.create("https://other.example"),
            "other",
            new HttpComponent(),
            new SSLContextParameters(),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            21
        };
    }

    /** Fails also where a setting was added and is not in the two lists above. */
    private static ConnectionSettings settings(Object... values) throws Exception {
        Constructor<?> constructor = ConnectionSettings.class.getDeclaredConstructors()[0];
        return (ConnectionSettings) constructor.newInstance(values);
    }

    @Test
    void equalSettingsAreEqual() throws Exception {
        assertThat(settings(some())).isEqualTo(settings(some())).hasSameHashCodeAs(settings(some()));
    }

    @Test
    void settingsThatDifferInAnyOneAreNotEqual() throws Exception {
        for (int i = 0; i < some().length; i++) {
            Object[] values = some();
            values[i] = others()[i];
            assertThat(settings(values))
                    .as(ConnectionSettings.class.getRecordComponents()[i].getName())
                    .isNotEqualTo(settings(some()));
        }
    }
}
