// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.UpsertResult;
import com.octolane.camel.client.ApiError;
import com.octolane.camel.poll.JdbcStateRepository;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.quarkus.core.deployment.spi.CamelSerializationBuildItem;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** By the index in the component's own jar: what is added there later must be kept too. */
class OctolaneProcessorTest {

    private static Index index;

    @BeforeAll
    static void read() throws IOException {
        String file = OctolaneComponent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        String jandex = (file.endsWith("/") ? file : "jar:" + file + "!/") + "META-INF/jandex.idx";
        try (InputStream stream = URI.create(jandex).toURL().openStream()) {
            index = new IndexReader(stream).read();
        }
    }

    private static CombinedIndexBuildItem combined() {
        return new CombinedIndexBuildItem(index, index);
    }

    private static Set<String> classes(String prefix) {
        return index.getKnownClasses().stream()
                .map(each -> each.name().toString())
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Stream<ReflectiveClassBuildItem> items) {
        return items.flatMap(each -> each.getClassNames().stream()).collect(Collectors.toSet());
    }

    @Test
    void everyModelIsKeptWithMethodsAndFieldsAndTheirNaming() {
        List<ReflectiveClassBuildItem> items = new ArrayList<>();
        new OctolaneProcessor().models(combined(), items::add);
        Set<String> models = classes("com.octolane.camel.model.");
        assertThat(models).hasSizeGreaterThanOrEqualTo(8);
        assertThat(names(items.stream().filter(each -> each.isMethods() && each.isFields() && each.isConstructors())))
                .containsAll(models);
        assertThat(names(items.stream().filter(ReflectiveClassBuildItem::isConstructors)))
                .contains(PropertyNamingStrategies.SnakeCaseStrategy.class.getName());
    }

    @Test
    void whatExpressionsLookIntoIsKeptWithItsMethods() {
        List<ReflectiveClassBuildItem> items = new ArrayList<>();
        new OctolaneProcessor().whatRoutesName(combined(), items::add);
        assertThat(names(items.stream().filter(ReflectiveClassBuildItem::isMethods)))
                .contains(
                        BulkResult.class.getName(),
                        BulkResult.Row.class.getName(),
                        BulkResult.RowError.class.getName(),
                        BulkResult.Status.class.getName(),
                        UpsertResult.class.getName(),
                        UpsertResult.Action.class.getName(),
                        JdbcStateRepository.class.getName())
                .containsAll(exceptions());
    }

    @Test
    void exceptionsAreKeptForSerializationOnlyWhereThatIsWanted() {
        List<ReflectiveClassBuildItem> items = new ArrayList<>();
        new OctolaneProcessor().serialization(combined(), List.of(), items::add);
        assertThat(items).isEmpty();
        new OctolaneProcessor().serialization(combined(), List.of(new CamelSerializationBuildItem()), items::add);
        assertThat(names(items.stream().filter(ReflectiveClassBuildItem::isSerialization)))
                .containsAll(exceptions())
                .contains(ApiError.class.getName());
    }

    private static Set<String> exceptions() {
        Set<String> exceptions = classes("com.octolane.camel.").stream()
                .filter(name -> name.endsWith("Exception"))
                .collect(Collectors.toSet());
        assertThat(exceptions).hasSizeGreaterThanOrEqualTo(9);
        return exceptions;
    }
}
