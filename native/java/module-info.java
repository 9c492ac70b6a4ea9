/**
 * The native library, as a resource under {@code META-INF/rustls4j/<platform>/}. A module without
 * code: it exists so that the library is found on the module path, where only resolved modules are
 * searched.
 */
module io.rustls4j.natives {}
