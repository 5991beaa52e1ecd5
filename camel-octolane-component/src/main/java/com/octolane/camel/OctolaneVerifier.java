// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.client.OctolaneApiException;
import com.octolane.camel.client.OctolaneTransportException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.component.extension.verifier.DefaultComponentVerifierExtension;
import org.apache.camel.component.extension.verifier.ResultBuilder;
import org.apache.camel.component.extension.verifier.ResultErrorBuilder;

/**
 * Tells tools whether settings are right before a route uses them. Parameters are the options of an endpoint, and
 * {@code object}, account when not given; what is missing comes from the component. Makes the endpoint that a route
 * would get, so that both always agree, and so that no catalog needs to be there.
 */
public final class OctolaneVerifier extends DefaultComponentVerifierExtension {

    private static final String OBJECT = "object";
    private static final String API_KEY = "apiKey";
    private static final String BASE_URL = "baseUrl";

    public OctolaneVerifier() {
        super("octolane");
    }

    @Override
    protected Result verifyParameters(Map<String, Object> parameters) {
        ResultBuilder result = ResultBuilder.withStatusAndScope(Result.Status.OK, Scope.PARAMETERS);
        endpoint(result, parameters);
        return result.build();
    }

    @Override
    protected Result verifyConnectivity(Map<String, Object> parameters) {
        ResultBuilder result = ResultBuilder.withStatusAndScope(Result.Status.OK, Scope.CONNECTIVITY);
        OctolaneEndpoint endpoint = endpoint(result, parameters);
        if (endpoint != null) {
            connect(result, endpoint);
        }
        return result.build();
    }

    /** The endpoint, or null where something is wrong, which the result then tells. */
    private OctolaneEndpoint endpoint(ResultBuilder result, Map<String, Object> parameters) {
        OctolaneConfiguration shared = ((OctolaneComponent) getComponent()).getConfiguration();
        Map<String, Object> options = new LinkedHashMap<>();
        parameters.forEach((name, value) -> options.put(
                name, value instanceof String text ? getCamelContext().resolvePropertyPlaceholders(text) : value));
        options.remove("scheme");
        Object object = options.getOrDefault(OBJECT, OctolaneObject.account);
        options.remove(OBJECT);
        Object given = options.getOrDefault(API_KEY, shared.getApiKey());
        String key = given == null ? "" : given.toString();
        boolean good = hasKey(result, key);
        good &= accepts(result, key, OBJECT, () -> OctolaneObject.of(object.toString()));
        good &= accepts(result, key, BASE_URL, () -> baseUrl(options, shared));
        return good ? create(result, key, object.toString(), options) : null;
    }

    private OctolaneEndpoint create(ResultBuilder result, String key, String object, Map<String, Object> options) {
        try {
            OctolaneComponent component = (OctolaneComponent) getComponent();
            return (OctolaneEndpoint) component.createEndpoint("octolane:" + object, object, options);
        } catch (ResolveEndpointFailedException e) {
            // the component takes out what it knows
            options.keySet()
                    .forEach(name -> result.error(
                            ResultErrorBuilder.withUnknownOption(name).build()));
        } catch (Exception e) {
            result.error(illegal(key, e).build());
        }
        return null;
    }

    private static boolean hasKey(ResultBuilder result, String key) {
        if (key.isBlank()) {
            result.error(ResultErrorBuilder.withCodeAndDescription(
                            VerificationError.StandardCode.MISSING_PARAMETER,
                            "The option apiKey is required, here or on the component")
                    .parameterKey(API_KEY)
                    .build());
            return false;
        }
        return true;
    }

    private void baseUrl(Map<String, Object> options, OctolaneConfiguration shared) {
        Object url = options.getOrDefault(BASE_URL, shared.getBaseUrl());
        Object plain = options.getOrDefault("allowPlainHttp", shared.isAllowPlainHttp());
        BaseUrl.parse(
                url == null ? null : url.toString(),
                getCamelContext().getTypeConverter().convertTo(boolean.class, plain));
    }

    private static ResultErrorBuilder illegal(String key, Exception e) {
        String text = String.valueOf(e.getMessage());
        String message = key.isBlank() ? text : text.replace(key, "xxxxxx");
        return ResultErrorBuilder.withCodeAndDescription(
                VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE, message);
    }

    private static boolean accepts(ResultBuilder result, String key, String option, Runnable check) {
        try {
            check.run();
            return true;
        } catch (RuntimeException e) {
            result.error(illegal(key, e).parameterKey(option).build());
            return false;
        }
    }

    private static void connect(ResultBuilder result, OctolaneEndpoint endpoint) {
        try {
            endpoint.check();
        } catch (OctolaneApiException e) {
            boolean refused = e.getStatusCode() == 401 || e.getStatusCode() == 403;
            result.error(error(
                            refused
                                    ? VerificationError.StandardCode.AUTHENTICATION
                                    : VerificationError.StandardCode.GENERIC,
                            e)
                    .parameterKey(refused ? API_KEY : null)
                    .detail(VerificationError.HttpAttribute.HTTP_CODE, e.getStatusCode())
                    .detail(VerificationError.HttpAttribute.HTTP_TEXT, e.getApiMessage())
                    .build());
        } catch (OctolaneTransportException e) {
            result.error(error(VerificationError.StandardCode.GENERIC, e)
                    .parameterKey(BASE_URL)
                    .build());
        } catch (Exception e) {
            result.error(error(VerificationError.StandardCode.GENERIC, e).build());
        }
    }

    private static ResultErrorBuilder error(VerificationError.Code code, Exception e) {
        return ResultErrorBuilder.withCodeAndDescription(code, e.getMessage())
                .detail(
                        VerificationError.ExceptionAttribute.EXCEPTION_CLASS,
                        e.getClass().getName());
    }
}
