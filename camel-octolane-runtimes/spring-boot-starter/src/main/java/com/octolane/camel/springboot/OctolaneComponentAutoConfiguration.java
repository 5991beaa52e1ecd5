// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import com.octolane.camel.OctolaneComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * Configures each octolane component from the properties {@code camel.component.octolane.*}, unless {@code enabled} or {@code
 * customizer.enabled} among them, or the same under {@code camel.component}, is false.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.octolane"})
@EnableConfigurationProperties({ComponentConfigurationProperties.class, OctolaneComponentConfiguration.class})
public class OctolaneComponentAutoConfiguration {

    // static: needed to bind properties, which is before this class has an instance
    @Bean
    @ConfigurationPropertiesBinding
    static BeanReferenceConverter octolaneBeanReferenceConverter(BeanFactory beans) {
        return new BeanReferenceConverter(beans);
    }

    // the properties are got when a component is made, and not while the Camel context is, which the beans may need
    // that
    // they refer to
    @Lazy
    @Bean
    ComponentCustomizer configureOctolaneComponent(
            ApplicationContext application, ObjectProvider<OctolaneComponentConfiguration> properties) {
        return ComponentCustomizer.builder(OctolaneComponent.class)
                .withCondition((name, component) -> component instanceof OctolaneComponent
                        && HierarchicalPropertiesEvaluator.evaluate(
                                application, "camel.component.customizer", "camel.component.octolane.customizer"))
                .build(component -> PropertyCopy.copy(properties.getObject(), component));
    }
}
