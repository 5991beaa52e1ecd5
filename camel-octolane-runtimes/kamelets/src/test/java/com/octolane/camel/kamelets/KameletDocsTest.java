// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.simulator.OctolaneSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;

/** docs/kamelets.md says what the Kamelets say, and its routes run. */
class KameletDocsTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "kamelets.md");
    private static final Path ROUTE = Path.of("src", "test", "resources", "docs", "kamelets.yaml");
    private static final Path PROPERTIES = ROUTE.resolveSibling("kamelets.properties");
    private static final Path XML =
            Path.of("..", "..", "camel-octolane-component", "src", "test", "resources", "dsl", "routes.xml");

    /** Run with -Ddocs.write=true to write the tables. */
    @Test
    void theTablesAreThoseOfTheKamelets() throws IOException {
        String text = Files.readString(PAGE);
        String expected = text;
        for (KameletFile file : KameletFile.values()) {
            assertThat(text).contains("<!-- " + file.id + " -->\n");
            expected = expected.replaceAll(
                    "(?s)(<!-- " + file.id + " -->\n).*?(<!-- end -->)",
                    "$1" + Matcher.quoteReplacement(table(file)) + "$2");
        }
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(text).isEqualTo(expected);
    }

    private static String table(KameletFile file) {
        JsonNode definition = file.tree().at("/spec/definition");
        List<String> required = new ArrayList<>();
        definition.path("required").forEach(each -> required.add(each.asText()));
        StringBuilder table =
                new StringBuilder("| parameter | values | default | what it does |\n| --- | --- | --- | --- |\n");
        definition.path("properties").properties().forEach(each -> {
            JsonNode property = each.getValue();
            List<String> values = new ArrayList<>();
            property.path("enum").forEach(value -> values.add(value.asText()));
            table.append("| `")
                    .append(each.getKey())
                    .append("` | ")
                    .append(values.isEmpty() ? property.path("type").asText() : String.join(" \\| ", values))
                    .append(" | ")
                    .append(
                            required.contains(each.getKey())
                                    ? "required"
                                    : property.path("default").asText())
                    .append(" | ")
                    .append(property.path("description").asText())
                    .append(" |\n");
        });
        return table.toString();
    }

    @Test
    void everyRouteOfThePageIsTested() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(blocks(page, "yaml")).containsExactly(Files.readString(ROUTE).strip());
        String xml = Files.readString(XML).replaceAll("\\s+", "");
        assertThat(blocks(page, "xml").stream().filter(each -> each.startsWith("<route")))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(xml).contains(each.replaceAll("\\s+", "")));
    }

    private static List<String> blocks(String page, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        List<String> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(block.group(1).strip());
        }
        return blocks;
    }

    @Test
    void theRoutesOfThePageRun() throws Exception {
        CamelContext context = new DefaultCamelContext();
        try (OctolaneSimulator simulator = OctolaneSimulator.builder().start()) {
            MemoryStateRepository positions = new MemoryStateRepository();
            context.getRegistry().bind("positions", positions);
            context.getPropertiesComponent().setLocation("file:" + PROPERTIES);
            OctolaneComponent component = new OctolaneComponent();
            component.getConfiguration().setBaseUrl(simulator.baseUrl());
            component.getConfiguration().setApiKey(simulator.apiKey());
            context.addComponent("octolane", component);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "file:" + ROUTE));
            simulator.seed("opportunities", Map.of("name", "Pilot"));
            MockEndpoint deals = context.getEndpoint("mock:deals", MockEndpoint.class);
            deals.expectedMessageCount(1);
            context.start();
            context.createProducerTemplate()
                    .sendBody("direct:accounts", "[{\"domain\":\"a.com\"},{\"domain\":\"b.com\"}]");
            assertThat(simulator.count("accounts")).isEqualTo(2);
            deals.assertIsSatisfied();
            context.stop();
            assertThat(positions.getState("new-deals/opportunity/" + OctolaneSimulator.DEFAULT_PIPELINE_ID))
                    .isNotBlank();
        } finally {
            context.close();
        }
    }
}
