// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.quarkus.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.octolane.camel.OctolaneComponent;
import com.octolane.camel.bulk.BulkResult;
import com.octolane.camel.bulk.UpsertResult;
import com.octolane.camel.client.ApiError;
import com.octolane.camel.client.OctolaneException;
import com.octolane.camel.model.Account;
import com.octolane.camel.poll.JdbcStateRepository;
import com.octolane.camel.quarkus.OctolaneRecorder;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.quarkus.core.deployment.main.spi.CamelMainListenerBuildItem;
import org.apache.camel.quarkus.core.deployment.spi.CamelSerializationBuildItem;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * Tells Quarkus what a native image must keep of the component. Camel's own extension reads the files under
 * {@code META-INF/services/org/apache/camel}, and keeps what they name and the component's JSON description.
 */
class OctolaneProcessor {

    private static final String FEATURE = "camel-octolane";
    private static final String DESCRIPTION = "/META-INF/com/octolane/camel/octolane.json";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    @BuildStep
    IndexDependencyBuildItem component() {
        return new IndexDependencyBuildItem("com.octolane.camel", "camel-octolane");
    }

    /** Jackson makes and reads these, and instantiates the naming strategy that they are annotated with. */
    @BuildStep
    void models(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> classes) {
        String[] models = index.getIndex().getClassesInPackage(Account.class.getPackageName()).stream()
                .map(OctolaneProcessor::name)
                .toArray(String[]::new);
        classes.produce(
                ReflectiveClassBuildItem.builder(models).methods().fields().build());
        classes.produce(ReflectiveClassBuildItem.builder(PropertyNamingStrategies.SnakeCaseStrategy.class)
                .build());
    }

    /** What expressions of a route look into, for example {@code ${body.failed}}, and the store that a route names by its class. */
    @BuildStep
    void whatRoutesName(CombinedIndexBuildItem index, BuildProducer<ReflectiveClassBuildItem> classes) {
        String[] results = Stream.of(BulkResult.class, UpsertResult.class)
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .map(Class::getName)
                .toArray(String[]::new);
        classes.produce(ReflectiveClassBuildItem.builder(results).methods().build());
        classes.produce(ReflectiveClassBuildItem.builder(exceptions(index.getIndex()))
                .methods()
                .build());
        classes.produce(ReflectiveClassBuildItem.builder(JdbcStateRepository.class)
                .methods()
                .build());
    }

    /** Properties are checked before Camel reads them, by the names that the component's description has at build time. */
    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    CamelMainListenerBuildItem propertyCheck(OctolaneRecorder recorder) throws IOException {
        try (InputStream description = OctolaneComponent.class.getResourceAsStream(DESCRIPTION)) {
            List<String> options = new ArrayList<>();
            new ObjectMapper()
                    .readTree(description)
                    .get("componentProperties")
                    .fieldNames()
                    .forEachRemaining(options::add);
            return new CamelMainListenerBuildItem(recorder.propertyCheck(options));
        }
    }

    /** For those who move exchanges with their exceptions to another process, and switched serialization on. */
    @BuildStep
    void serialization(
            CombinedIndexBuildItem index,
            List<CamelSerializationBuildItem> wanted,
            BuildProducer<ReflectiveClassBuildItem> classes) {
        if (!wanted.isEmpty()) {
            classes.produce(ReflectiveClassBuildItem.serializationClass(exceptions(index.getIndex())));
            classes.produce(ReflectiveClassBuildItem.serializationClass(ApiError.class.getName()));
        }
    }

    private static String[] exceptions(IndexView index) {
        return Stream.concat(
                        Stream.of(OctolaneException.class.getName()),
                        index.getAllKnownSubclasses(OctolaneException.class).stream()
                                .map(OctolaneProcessor::name))
                .toArray(String[]::new);
    }

    private static String name(ClassInfo type) {
        return type.name().toString();
    }
}
