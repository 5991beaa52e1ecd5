// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.salesforce;

import com.octolane.camel.client.OctolaneAuthenticationException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.util.ObjectHelper;

/** What broke off a pass, in one line. */
final class Failures {

    private Failures() {}

    static String line(Throwable failure) {
        OctolaneAuthenticationException key = ObjectHelper.getException(OctolaneAuthenticationException.class, failure);
        if (key != null) {
            return "Octolane refused the key (" + key.getStatusCode() + "): set OCTOLANE_API_KEY";
        }
        SalesforceException salesforce = ObjectHelper.getException(SalesforceException.class, failure);
        if (salesforce != null) {
            return oneLine(of(salesforce));
        }
        return oneLine(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    private static String of(SalesforceException failure) {
        List<RestError> errors = failure.getErrors();
        RestError first = errors == null || errors.isEmpty() ? null : errors.get(0);
        String text = first == null || first.getMessage() == null
                ? String.valueOf(failure.getMessage())
                : first.getErrorCode() + ", " + first.getMessage();
        return text.contains("Login error")
                ? "Salesforce refused the login, see the settings SALESFORCE_...: " + text
                : "Salesforce: " + text;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
