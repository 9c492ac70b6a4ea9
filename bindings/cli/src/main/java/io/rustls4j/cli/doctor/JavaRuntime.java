package io.rustls4j.cli.doctor;

import io.rustls4j.TlsEngines;

/**
 * The JDK that this runs on.
 *
 * @param version such as {@code 25.0.1+8}
 * @param vendor who made it
 * @param home where it is
 * @param nativeAccess whether the facade may call native code without a warning
 */
record JavaRuntime(String version, String vendor, String home, boolean nativeAccess) {
    static JavaRuntime current() {
        return new JavaRuntime(
                System.getProperty("java.runtime.version", "unknown"),
                System.getProperty("java.vendor", "unknown"),
                System.getProperty("java.home", "unknown"),
                TlsEngines.class.getModule().isNativeAccessEnabled());
    }
}
