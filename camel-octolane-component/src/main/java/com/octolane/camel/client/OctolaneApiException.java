// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.spi.HttpResponseAware;

/** The API answered with an error, or with success as a status and {@code success:false} in the body. */
public class OctolaneApiException extends OctolaneException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final ApiError error;
    private int statusCode;
    private String statusText;

    public OctolaneApiException(ApiError error) {
        super(error.describe());
        this.error = error;
        this.statusCode = error.status();
        this.statusText = error.message();
    }

    /** The HTTP status. */
    public int getStatusCode() {
        return statusCode;
    }

    /** The message of the answer; the status as text where it had none. */
    public String getApiMessage() {
        return error.message();
    }

    /** What the API says of each field, by field; empty where it says nothing. Values are texts, lists or maps. */
    public Map<String, Object> getErrors() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(error.errors()));
    }

    /** The HTTP method of the request. */
    public String getMethod() {
        return error.method();
    }

    /** The path of the request below the base URL. */
    public String getPath() {
        return error.path();
    }

    /** The body of the answer, at most 8 KB of it. */
    public String getBody() {
        return error.body();
    }

    @Override
    boolean leavesDoubt() {
        return error.bodyStatus() < 300;
    }

    /** The status that the answer's body tells, which matters where the HTTP status says success. */
    public int getBodyStatusCode() {
        return error.bodyStatus();
    }

    @Override
    public int getHttpResponseCode() {
        return statusCode;
    }

    @Override
    public void setHttpResponseCode(int code) {
        this.statusCode = code;
    }

    @Override
    public String getHttpResponseStatus() {
        return statusText;
    }

    @Override
    public void setHttpResponseStatus(String status) {
        this.statusText = status;
    }
}
