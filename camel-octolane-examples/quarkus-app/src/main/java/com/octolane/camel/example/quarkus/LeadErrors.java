// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneRateLimitException;
import com.octolane.camel.client.OctolaneTransportException;
import com.octolane.camel.client.OctolaneValidationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the caller is told when a lead is not taken. */
class LeadErrors {

    static final String NO_FORM = "must be a JSON object with the fields of the form";

    private static final Logger LOG = LoggerFactory.getLogger(LeadErrors.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    @ServerExceptionMapper
    Response formIsWrong(ConstraintViolationException e) {
        Map<String, Object> fields = new TreeMap<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            String field = "";
            for (Path.Node node : violation.getPropertyPath()) {
                field = node.getName();
            }
            fields.put(field, violation.getMessage());
        }
        return invalid(fields);
    }

    @ServerExceptionMapper
    Response noForm(MismatchedInputException e) {
        return invalid(Map.of("body", NO_FORM));
    }

    /** Text that is no JSON arrives wrapped. */
    @ServerExceptionMapper
    Response noJson(WebApplicationException e) {
        return e.getCause() instanceof JsonProcessingException ? invalid(Map.of("body", NO_FORM)) : e.getResponse();
    }

    @ServerExceptionMapper
    Response recordIsWrong(OctolaneMappingException e) {
        Map<String, Object> fields = new TreeMap<>();
        e.getProblems().forEach(problem -> fields.put(problem.field(), "expected " + problem.expected()));
        return invalid(fields);
    }

    @ServerExceptionMapper
    Response crmFailed(OctolaneException e) {
        LOG.warn("A lead was not taken: {}", e.getMessage());
        if (e.isMaybeProcessed()) {
            return later(
                    Status.BAD_GATEWAY,
                    "outcome unknown",
                    "The lead may have been taken or not. Send it again: nothing is doubled.",
                    RETRY_AFTER);
        } else if (e instanceof OctolaneValidationException validation) {
            return invalid(validation.getErrors());
        } else if (e instanceof OctolaneRateLimitException limit) {
            return later(Status.SERVICE_UNAVAILABLE, "busy", "Nothing was taken. Try again.", limit.getRetryAfter());
        } else if (e instanceof OctolaneTransportException
                || e instanceof OctolaneApiException api && api.isRetryable()) {
            return later(Status.SERVICE_UNAVAILABLE, "unavailable", "Nothing was taken. Try again.", RETRY_AFTER);
        }
        return answer(
                        Status.BAD_GATEWAY,
                        Map.of("error", "refused", "message", "The CRM refused the call: see the log of the service."))
                .build();
    }

    private static Response invalid(Map<String, Object> fields) {
        return answer(Status.BAD_REQUEST, Map.of("error", "invalid", "fields", fields))
                .build();
    }

    private static Response later(Status status, String error, String message, Duration wait) {
        long seconds = wait == null ? RETRY_AFTER.toSeconds() : Math.max(1, wait.toSeconds());
        return answer(status, Map.of("error", error, "message", message))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static Response.ResponseBuilder answer(Status status, Map<String, Object> body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body);
    }
}
