// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.boot;

import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.client.OctolaneMappingException;
import com.octolane.camel.client.OctolaneRateLimitException;
import com.octolane.camel.client.OctolaneTransportException;
import com.octolane.camel.client.OctolaneValidationException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the caller is told when a lead is not taken. */
@RestControllerAdvice
class LeadErrors {

    private static final Logger LOG = LoggerFactory.getLogger(LeadErrors.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> formIsWrong(MethodArgumentNotValidException e) {
        Map<String, Object> fields = new TreeMap<>();
        e.getFieldErrors().forEach(error -> fields.put(error.getField(), error.getDefaultMessage()));
        return invalid(fields);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> noJson(HttpMessageNotReadableException e) {
        return invalid(Map.of("body", "must be a JSON object with the fields of the form"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> recordIsWrong(OctolaneMappingException e) {
        Map<String, Object> fields = new TreeMap<>();
        e.getProblems().forEach(problem -> fields.put(problem.field(), "expected " + problem.expected()));
        return invalid(fields);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> crmFailed(OctolaneException e) {
        LOG.warn("A lead was not taken: {}", e.getMessage());
        if (e.isMaybeProcessed()) {
            return later(
                    HttpStatus.BAD_GATEWAY,
                    "outcome unknown",
                    "The lead may have been taken or not. Send it again: nothing is doubled.",
                    RETRY_AFTER);
        } else if (e instanceof OctolaneValidationException validation) {
            return invalid(validation.getErrors());
        } else if (e instanceof OctolaneRateLimitException limit) {
            return later(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "busy",
                    "The deal was not taken. Send the lead again later.",
                    limit.getRetryAfter());
        } else if (e instanceof OctolaneTransportException
                || e instanceof OctolaneApiException api && api.isRetryable()) {
            return later(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "The deal was not taken. Send the lead again later.",
                    RETRY_AFTER);
        }
        return ResponseEntity.status(HttpStatus.BAD_GATEWAY)
                .body(Map.of("error", "refused", "message", "The CRM refused the call: see the log of the service."));
    }

    private static ResponseEntity<Map<String, Object>> invalid(Map<String, Object> fields) {
        return ResponseEntity.badRequest().body(Map.of("error", "invalid", "fields", fields));
    }

    private static ResponseEntity<Map<String, Object>> later(
            HttpStatus status, String error, String message, Duration wait) {
        long seconds = wait == null ? RETRY_AFTER.toSeconds() : Math.max(1, wait.toSeconds());
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .body(Map.of("error", error, "message", message));
    }
}
