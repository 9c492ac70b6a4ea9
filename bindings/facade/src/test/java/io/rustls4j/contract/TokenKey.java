package io.rustls4j.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.PrivateKey;
import java.util.LinkedHashSet;
import java.util.Set;

/** A private key as tokens and PKCS#11 give it out: usable, but without an encoding. */
final class TokenKey {
    private TokenKey() {}

    static PrivateKey of(PrivateKey key) {
        return (PrivateKey)
                Proxy.newProxyInstance(
                        TokenKey.class.getClassLoader(),
                        interfacesOf(key).toArray(Class<?>[]::new),
                        (proxy, method, args) -> {
                            if (method.getName().equals("getEncoded")
                                    || method.getName().equals("getFormat")) {
                                return null;
                            }
                            try {
                                return method.invoke(key, args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static Set<Class<?>> interfacesOf(PrivateKey key) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Class<?> type = key.getClass(); type != null; type = type.getSuperclass()) {
            for (Class<?> candidate : type.getInterfaces()) {
                if (PrivateKey.class.isAssignableFrom(candidate)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }
}
