// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.octolane.camel.client.OctolaneTransportException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS the key goes only to a server whose certificate is trusted and whose name it bears. */
class TlsTest extends Wire {

    private static final String PASSWORD = "changeit";
    private static final Map<String, Object> ACCOUNT = Map.of("domain", "acme.com");

    @TempDir
    static Path folder;

    private WireMockServer tls;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate("localhost");
        certificate("octolane.invalid");
    }

    private static void certificate(String name) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keyStore(name))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private static String keyStore(String name) {
        return folder.resolve(name + ".p12").toString();
    }

    @BeforeEach
    void serverNamesItself() {
        serve("localhost");
    }

    private void serve(String certificate) {
        if (tls != null) {
            tls.stop();
        }
        tls = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(keyStore(certificate))
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        tls.start();
        tls.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true,\"data\":{\"id\":\"" + ID + "\"}}")));
    }

    @AfterEach
    void stopTls() {
        tls.stop();
    }

    private static SSLContextParameters trusting(String certificate) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keyStore(certificate));
        store.setType("PKCS12");
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        return tls;
    }

    private String account(String options) {
        return "octolane:account?maxRetries=0&baseUrl=https://localhost:" + tls.httpsPort() + "/v1" + options;
    }

    private void isRefused(String uri) {
        OctolaneTransportException e = failure(OctolaneTransportException.class, uri, ACCOUNT);
        assertThat(e).hasCauseInstanceOf(SSLException.class);
        assertThat(e.isMaybeProcessed()).isFalse();
        tls.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        isRefused(account(""));
    }

    @Test
    void aCertificateThatTheOptionTrustsIsTaken() {
        context.getRegistry().bind("tls", trusting("localhost"));
        assertThat(send(account("&sslContextParameters=#tls"), ACCOUNT)).isEqualTo(Map.of("id", ID));
    }

    @Test
    void theTlsSettingsOfTheContextHoldWhereTheComponentIsToldSo() {
        context.setSSLContextParameters(trusting("localhost"));
        isRefused(account(""));
        context.getComponent("octolane", OctolaneComponent.class).setUseGlobalSslContextParameters(true);
        assertThat(send(account("&connectTimeout=9s"), ACCOUNT)).isEqualTo(Map.of("id", ID));
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsRefused() {
        serve("octolane.invalid");
        context.getRegistry().bind("tls", trusting("octolane.invalid"));
        isRefused(account("&sslContextParameters=#tls"));
    }
}
