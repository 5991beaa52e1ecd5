// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.springboot.Options.Option;
import java.util.List;
import java.util.Locale;

/** Writes, from the component's metadata, the class that Boot binds and what Boot's processor cannot know of it. */
final class StarterSources {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private StarterSources() {}

    static String configurationClass(List<Option> options) {
        StringBuilder text = new StringBuilder("""
                // SPDX-License-Identifier: Apache-2.0
                // Written by StarterSourcesTest with -Dstarter.write=true: change the component's options, not this file.
                package com.octolane.camel.springboot;

                import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
                import org.springframework.boot.context.properties.ConfigurationProperties;

                /** The options of the Octolane component. What is null was not set, and is left to the component. */
                @ConfigurationProperties(prefix = "camel.component.octolane", ignoreUnknownFields = false)
                public class OctolaneComponentConfiguration extends ComponentConfigurationPropertiesCommon {
                """);
        for (Option option : options) {
            text.append("""

                        /**
                         * %s
                         */
                        private %s %s;
                    """.formatted(javadoc(option.text("description")), option.fieldType(), option.name()));
        }
        for (Option option : options) {
            String suffix = option.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + option.name().substring(1);
            text.append("""

                        public %2$s get%3$s() {
                            return %1$s;
                        }

                        public void set%3$s(%2$s %1$s) {
                            this.%1$s = %1$s;
                        }
                    """.formatted(option.name(), option.fieldType(), suffix));
        }
        return text.append("}\n").toString();
    }

    private static String javadoc(String description) {
        return description.replace("*/", "* /");
    }

    /** Defaults, which the fields must not have, the words that text options take, and Camel's two switches. */
    static String additionalMetadata(List<Option> options) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode properties = root.putArray("properties");
        ArrayNode hints = root.putArray("hints");
        describe(properties, "enabled", "Whether these properties configure the Octolane component.");
        describe(properties, "customizer.enabled", "Whether these properties are set on the Octolane component.");
        for (Option option : options) {
            ObjectNode property = JSON.createObjectNode().put("name", option.property());
            // the processor leaves these out
            if (option.fieldType().equals("Object")) {
                property.put("type", "java.lang.Object").put("description", option.text("description"));
            }
            if (option.metadata().has("defaultValue")) {
                property.set("defaultValue", option.metadata().get("defaultValue"));
            }
            if (option.metadata().path("deprecated").asBoolean()) {
                property.putObject("deprecation").put("reason", option.text("deprecationNote"));
            }
            if (property.size() > 1) {
                properties.add(property);
            }
            // of an enum, Boot knows them
            if (option.metadata().has("enum") && option.fieldType().equals("String")) {
                ArrayNode values =
                        hints.addObject().put("name", option.property()).putArray("values");
                option.metadata().get("enum").forEach(each -> values.addObject().set("value", each));
            }
        }
        return JSON.writeValueAsString(root) + "\n";
    }

    private static void describe(ArrayNode properties, String name, String description) {
        properties
                .addObject()
                .put("name", Options.PREFIX + name)
                .put("type", "java.lang.Boolean")
                .put("description", description)
                .put("defaultValue", true);
    }
}
