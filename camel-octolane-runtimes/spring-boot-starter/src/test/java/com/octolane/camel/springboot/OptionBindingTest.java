// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.OctolaneConfiguration;
import com.octolane.camel.bulk.BulkRowListener;
import com.octolane.camel.springboot.Options.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Each option of the component's metadata can be set by its property, and arrives. */
class OptionBindingTest {

    private static final Map<Class<?>, Object> BEANS = Map.of(
            OctolaneConfiguration.class, new OctolaneConfiguration(),
            StateRepository.class, new MemoryStateRepository(),
            BulkRowListener.class, (BulkRowListener) row -> {},
            HttpComponent.class, new HttpComponent(),
            SSLContextParameters.class, new SSLContextParameters());

    private final ApplicationContextRunner runner = withBeans(new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, OctolaneComponentAutoConfiguration.class))
            .withPropertyValues("camel.main.routes-include-pattern=false"));

    private static ApplicationContextRunner withBeans(ApplicationContextRunner runner) {
        for (Map.Entry<Class<?>, Object> bean : BEANS.entrySet()) {
            @SuppressWarnings("unchecked")
            Class<Object> type = (Class<Object>) bean.getKey();
            runner = runner.withBean(beanName(type), type, bean::getValue);
        }
        return runner.withBean("conditions", List.class, List::of);
    }

    private static String beanName(Class<?> type) {
        return "my" + type.getSimpleName();
    }

    private static OctolaneComponent component(CamelContext context) {
        return context.getComponent("octolane", OctolaneComponent.class);
    }

    private static Object valueOf(OctolaneComponent component, String option) {
        return ((PropertyConfigurerGetter) component.getComponentPropertyConfigurer())
                .getOptionValue(component, option, false);
    }

    @Test
    void eachOptionIsSetByItsProperty() {
        List<String> properties = new ArrayList<>();
        Map<String, Object> expected = new LinkedHashMap<>();
        for (Option option : Options.all()) {
            Object value = otherThanDefault(option);
            if (option.isMap()) {
                properties.add(option.property() + ".deal_size=gte:5");
            } else if (BEANS.containsValue(value)) {
                BEANS.forEach((type, bean) -> {
                    if (bean == value) {
                        properties.add(option.property() + "=#bean:" + beanName(type));
                    }
                });
            } else {
                properties.add(option.property() + "=" + value);
            }
            expected.put(option.name(), value);
        }
        runner.withPropertyValues(properties.toArray(String[]::new)).run(application -> {
            OctolaneComponent component = component(application.getBean(CamelContext.class));
            expected.forEach((option, value) -> assertThat(valueOf(component, option))
                    .as(option)
                    .satisfies(actual -> assertThat(actual instanceof Enum<?> word ? word.name() : actual)
                            .isEqualTo(value)));
            assertThat(expected).hasSizeGreaterThan(40);
        });
    }

    /** A valid value of the option that the component does not have by itself. */
    private static Object otherThanDefault(Option option) {
        if (option.isMap()) {
            return Map.of("deal_size", "gte:5");
        }
        return switch (option.text("type")) {
            case "boolean" -> !option.metadata().path("defaultValue").asBoolean();
            case "integer" -> option.metadata().path("defaultValue").asInt() + 7;
            case "number" -> option.metadata().path("defaultValue").asDouble() + 7.5;
            case "duration" -> "77s";
            case "enum" -> {
                List<String> words = new ArrayList<>();
                option.metadata().get("enum").forEach(each -> words.add(each.asText()));
                words.remove(option.text("defaultValue"));
                yield words.get(words.size() - 1);
            }
            case "object" ->
                BEANS.entrySet().stream()
                        .filter(bean -> option.text("javaType")
                                .replaceAll("<.*", "")
                                .equals(bean.getKey().getName()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("some text");
            default -> "my " + option.name();
        };
    }

    @Test
    void whatIsNotSetIsLeftToTheComponent() {
        OctolaneConfiguration mine = new OctolaneConfiguration();
        mine.setPageSize(17);
        mine.setBulkSize(18);
        runner.withBean("mine", OctolaneConfiguration.class, () -> mine)
                .withPropertyValues(
                        "camel.component.octolane.configuration=#bean:mine", "camel.component.octolane.bulk-size=19")
                .run(application -> {
                    OctolaneComponent component = component(application.getBean(CamelContext.class));
                    assertThat(component.getConfiguration().getPageSize()).isEqualTo(17);
                    assertThat(component.getConfiguration().getBulkSize()).isEqualTo(19);
                    assertThat(component.getConfiguration().getMaxRetries()).isEqualTo(3);
                });
    }

    @Test
    void aReferenceMayBeShortAndAnObjectOfAnyTypeMayBeOne() {
        runner.withPropertyValues(
                        "camel.component.octolane.state-repository=#myStateRepository",
                        "camel.component.octolane.filters=#bean:conditions")
                .run(application -> {
                    OctolaneComponent component = component(application.getBean(CamelContext.class));
                    assertThat(component.getConfiguration().getStateRepository())
                            .isSameAs(BEANS.get(StateRepository.class));
                    assertThat(component.getConfiguration().getFilters()).isEqualTo(List.of());
                });
    }

    @Test
    void keysOfMapsKeepTheirSpelling() {
        runner.withPropertyValues(
                        "camel.component.octolane.filter.custom_fields.tier=Gold",
                        "camel.component.octolane.field-mapping[Größe in €]=deal_size")
                .run(application -> {
                    OctolaneComponent component = component(application.getBean(CamelContext.class));
                    assertThat(component.getConfiguration().getFilter())
                            .isEqualTo(Map.of("custom_fields.tier", "Gold"));
                    assertThat(component.getConfiguration().getFieldMapping())
                            .isEqualTo(Map.of("Größe in €", "deal_size"));
                });
    }

    @Test
    void theSwitchesOfCamelTurnItOff() {
        for (String off : List.of(
                "camel.component.octolane.enabled=false",
                "camel.component.octolane.customizer.enabled=false",
                "camel.component.enabled=false",
                "camel.component.customizer.enabled=false")) {
            runner.withPropertyValues(off, "camel.component.octolane.page-size=17")
                    .run(application -> assertThat(component(application.getBean(CamelContext.class))
                                    .getConfiguration()
                                    .getPageSize())
                            .as(off)
                            .isZero());
        }
    }
}
