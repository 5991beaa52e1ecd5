// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A Salesforce org on WireMock with sample records: the login with its token, queries, and the pages of their answers. */
final class SampleOrg implements AutoCloseable {

    static final String TOKEN = "00Dsample!token";
    static final String CLIENT_ID = "sample-client";
    static final String CLIENT_SECRET = "sample-secret";
    static final String PIPELINE = "0c7a1a9e-0000-4000-8000-00000000005f";

    private final WireMockServer server;
    private final SampleQueries queries;

    private SampleOrg(WireMockServer server, SampleQueries queries) {
        this.server = server;
        this.queries = queries;
    }

    static SampleOrg start() {
        SampleQueries queries = new SampleQueries();
        SampleRecords.addTo(queries);
        WireMockServer server = new WireMockServer(
                wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(queries));
        server.start();
        SampleOrg org = new SampleOrg(server, queries);
        org.stub();
        return org;
    }

    /** A pipeline with the stages of Salesforce, and the field that keeps the ids of Salesforce. */
    static OctolaneSimulator octolane() {
        return OctolaneSimulator.builder()
                .pipeline(PIPELINE, "Salesforce", SampleRecords.STAGES.toArray(String[]::new))
                .customField(PIPELINE, "salesforce_id", "Salesforce Id", "string")
                .start();
    }

    private void stub() {
        server.stubFor(any(anyUrl())
                .atPriority(9)
                .willReturn(jsonResponse(
                        "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]", 401)));
        server.stubFor(post("/services/oauth2/token")
                .atPriority(8)
                .willReturn(jsonResponse(
                        "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}", 400)));
        server.stubFor(post("/services/oauth2/token")
                .withRequestBody(containing("client_id=" + CLIENT_ID))
                .withRequestBody(containing("client_secret=" + CLIENT_SECRET))
                .willReturn(okJson("{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"instance_url\":\""
                        + url() + "\",\"id\":\"" + url() + "/id/00D000000000001/005000000000001\","
                        + "\"issued_at\":\"1764000000000\",\"signature\":\"sample\"}")));
        server.stubFor(any(urlPathEqualTo("/services/oauth2/revoke")).willReturn(ok()));
        server.stubFor(get(urlPathMatching("/services/data/v[0-9.]+/query/?.*"))
                .withHeader("Authorization", containing(TOKEN))
                .willReturn(aResponse().withTransformers(SampleQueries.NAME)));
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    WireMockServer wireMock() {
        return server;
    }

    /** What somebody does in Salesforce just now. */
    void change(String object, String id, Map<String, ?> fields) {
        queries.change(object, id, fields);
    }

    Map<String, String> settings(OctolaneSimulator crm, Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("salesforce.login-url", url());
        settings.put("salesforce.client-id", CLIENT_ID);
        settings.put("salesforce.client-secret", CLIENT_SECRET);
        settings.put("octolane.base-url", crm.baseUrl());
        settings.put("octolane.api-key", crm.apiKey());
        settings.put("octolane.pipeline-id", PIPELINE);
        settings.put("data.folder", folder.toString());
        settings.put("poll.delay", "200");
        return settings;
    }

    /** An id as Salesforce forms it, from the prefix of its object and a number. */
    static String id(String prefix, int number) {
        return prefix + String.format("5g%010dAAA", number);
    }

    @Override
    public void close() {
        server.stop();
    }
}
