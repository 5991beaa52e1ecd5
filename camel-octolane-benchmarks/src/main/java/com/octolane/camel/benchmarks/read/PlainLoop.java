// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.benchmarks.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.octolane.camel.benchmarks.Endpoints;
import com.octolane.camel.benchmarks.Latencies;
import com.octolane.camel.benchmarks.Setting;
import com.octolane.camel.benchmarks.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The floor: the same client of HTTP, Jackson, a loop, and no Camel. */
public class PlainLoop implements Subject {

    private final ObjectMapper json = new ObjectMapper();
    private final CloseableHttpClient http = HttpClients.createDefault();
    private WorkOnRecords work;
    private String url;

    @Override
    public void start(Setting setting) throws Exception {
        work = new WorkOnRecords(setting);
        url = setting.api() + "/v1/accounts/search";
    }

    /** One page of records. */
    record Page(List<Map<?, ?>> records, String cursor) {}

    @Override
    public final void move(long records, Latencies latencies) throws Exception {
        work.expect(records);
        loop(latencies);
        work.await();
    }

    /** Reads page by page, and takes the records. */
    void loop(Latencies latencies) throws Exception {
        String cursor = null;
        while (!work.done()) {
            Page page = page(cursor, latencies);
            for (Map<?, ?> account : page.records()) {
                take(account);
            }
            cursor = page.cursor();
        }
    }

    @SuppressWarnings("unchecked")
    final Page page(String cursor, Latencies latencies) throws Exception {
        long since = System.nanoTime();
        byte[] answer = ask(cursor);
        latencies.done(since);
        Map<?, ?> data = (Map<?, ?>) json.readValue(answer, Map.class).get("data");
        return new Page((List<Map<?, ?>>) data.get("accounts"), (String) data.get("next_cursor"));
    }

    /** Does with a record what there is to do. */
    void take(Map<?, ?> record) throws Exception {
        work.see(record);
    }

    private byte[] ask(String cursor) throws Exception {
        Map<String, Object> request =
                new HashMap<>(Map.of("limit", 500, "sort", "updated_at:asc", "filters", List.of()));
        if (cursor != null) {
            request.put("cursor", cursor);
        }
        HttpPost post = new HttpPost(url);
        post.addHeader("x-api-key", Endpoints.KEY);
        post.setEntity(new ByteArrayEntity(json.writeValueAsBytes(request), ContentType.APPLICATION_JSON));
        return http.execute(post, answer -> EntityUtils.toByteArray(answer.getEntity()));
    }

    @Override
    public void warm() {
        work.warm();
    }

    @Override
    public void close() throws Exception {
        http.close();
    }
}
