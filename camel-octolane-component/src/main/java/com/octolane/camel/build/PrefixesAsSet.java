// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.build;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Lets one jar serve Camel before and after 4.16, which changed what {@code EndpointUriFactory#multiValuePrefixes} returns from a Set to a
 * Map. Java source cannot hold both methods, a class file can. Runs while the component is built and is not part of its jar.
 */
public final class PrefixesAsSet implements Plugin {

    private static final String METHOD = "multiValuePrefixes";

    @Override
    public boolean matches(TypeDescription type) {
        // a class that was not compiled again has it already
        return type.getSimpleName().equals("OctolaneEndpointUriFactory")
                && type.getDeclaredMethods()
                        .filter(ElementMatchers.returns(Set.class).and(ElementMatchers.named(METHOD)))
                        .isEmpty();
    }

    @Override
    public DynamicType.Builder<?> apply(
            DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
        MethodCall map = MethodCall.invoke(
                type.getDeclaredMethods().filter(ElementMatchers.named(METHOD)).getOnly());
        try {
            MethodCall values = MethodCall.invoke(Map.class.getMethod("values")).onMethodCall(map);
            return builder.defineMethod(METHOD, Set.class, Visibility.PUBLIC)
                    .intercept(MethodCall.construct(HashSet.class.getConstructor(Collection.class))
                            .withMethodCall(values));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every Java platform has these methods", e);
        }
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
