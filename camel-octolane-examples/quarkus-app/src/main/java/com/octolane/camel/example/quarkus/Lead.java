// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.example.quarkus;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;

/**
 * What the form asks for. The rest of the checks, such as the amount's, are the component's.
 *
 * @param subject what the deal is called, and by which it is found again
 */
@RegisterForReflection
public record Lead(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email String email,
        @Size(max = 200) String company,
        String website,
        @NotBlank @Size(max = 200) String subject,
        String amount,
        @Size(max = 5000) String message) {

    /** The contact as the component takes it. */
    public Map<String, Object> contact() {
        Map<String, Object> contact = new HashMap<>();
        contact.put("email", email);
        contact.put("full_name", name);
        put(contact, "current_company", company);
        return contact;
    }

    /** The deal, by the names of the form, so that errors name them. */
    public Map<String, Object> deal() {
        Map<String, Object> deal = new HashMap<>();
        deal.put("name", subject);
        deal.put("email", email);
        put(deal, "website", website);
        put(deal, "amount", amount);
        put(deal, "next_steps", message);
        return deal;
    }

    /** What the form leaves open is not to be emptied. */
    private static void put(Map<String, Object> record, String field, String value) {
        if (value != null && !value.isBlank()) {
            record.put(field, value);
        }
    }
}
