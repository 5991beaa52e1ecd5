// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.springboot;

import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Resolves {@code #bean:NAME}, or short {@code #NAME}, to the application's bean, for options that take an object. */
final class BeanReferenceConverter implements GenericConverter {

    private static final String BEAN = "#bean:";

    private final BeanFactory beans;

    BeanReferenceConverter(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Arrays.stream(BeanUtils.getPropertyDescriptors(OctolaneComponentConfiguration.class))
                .filter(property -> property.getWriteMethod() != null)
                .map(PropertyDescriptor::getPropertyType)
                // the option of type Object takes text too: Camel resolves a reference there
                .filter(type -> !BeanUtils.isSimpleProperty(type) && type != Map.class && type != Object.class)
                .map(type -> new ConvertiblePair(String.class, type))
                .collect(Collectors.toSet());
    }

    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        String reference = ((String) source).strip();
        Class<?> type = targetType.getType();
        if (!reference.startsWith("#")) {
            throw new IllegalArgumentException(
                    "expected a reference to a bean of type " + type.getName() + ", written #bean:NAME");
        }
        String name = reference.substring(reference.startsWith(BEAN) ? BEAN.length() : 1);
        // asked before, since Boot's own words for a bean that is missing do not name the property
        if (!beans.containsBean(name)) {
            throw new IllegalArgumentException(
                    "there is no bean named '" + name + "'; expected one of type " + type.getName());
        }
        return beans.getBean(name, type);
    }
}
