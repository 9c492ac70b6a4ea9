package io.rustls4j.jsse.parameters;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The suites that SunJSSE lets applications enable, by every name it takes for them. rustls has
 * nine of them; the others are suites that are disabled.
 */
final class KnownSuites {
    private static final String NAMES =
            """
            TLS_AES_256_GCM_SHA384
            TLS_AES_128_GCM_SHA256
            TLS_CHACHA20_POLY1305_SHA256
            TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
            TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
            TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
            TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
            TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
            TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
            TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            TLS_DHE_DSS_WITH_AES_256_GCM_SHA384
            TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
            TLS_DHE_DSS_WITH_AES_128_GCM_SHA256
            TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
            TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
            TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
            TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
            TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
            TLS_DHE_DSS_WITH_AES_256_CBC_SHA256
            TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
            TLS_DHE_DSS_WITH_AES_128_CBC_SHA256
            TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384
            TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384
            TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256
            TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256
            TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384
            TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384
            TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256
            TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256
            TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
            TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
            TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
            TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
            TLS_DHE_RSA_WITH_AES_256_CBC_SHA
            TLS_DHE_DSS_WITH_AES_256_CBC_SHA
            TLS_DHE_RSA_WITH_AES_128_CBC_SHA
            TLS_DHE_DSS_WITH_AES_128_CBC_SHA
            TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA
            TLS_ECDH_RSA_WITH_AES_256_CBC_SHA
            TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA
            TLS_ECDH_RSA_WITH_AES_128_CBC_SHA
            TLS_RSA_WITH_AES_256_GCM_SHA384
            TLS_RSA_WITH_AES_128_GCM_SHA256
            TLS_RSA_WITH_AES_256_CBC_SHA256
            TLS_RSA_WITH_AES_128_CBC_SHA256
            TLS_RSA_WITH_AES_256_CBC_SHA
            TLS_RSA_WITH_AES_128_CBC_SHA
            TLS_EMPTY_RENEGOTIATION_INFO_SCSV
            TLS_DH_anon_WITH_AES_256_GCM_SHA384
            TLS_DH_anon_WITH_AES_128_GCM_SHA256
            TLS_DH_anon_WITH_AES_256_CBC_SHA256
            TLS_ECDH_anon_WITH_AES_256_CBC_SHA
            TLS_DH_anon_WITH_AES_256_CBC_SHA
            TLS_DH_anon_WITH_AES_128_CBC_SHA256
            TLS_ECDH_anon_WITH_AES_128_CBC_SHA
            TLS_DH_anon_WITH_AES_128_CBC_SHA
            TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
            TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
            SSL_DHE_RSA_WITH_3DES_EDE_CBC_SHA
            SSL_DHE_DSS_WITH_3DES_EDE_CBC_SHA
            TLS_ECDH_ECDSA_WITH_3DES_EDE_CBC_SHA
            TLS_ECDH_RSA_WITH_3DES_EDE_CBC_SHA
            SSL_RSA_WITH_3DES_EDE_CBC_SHA
            TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA
            SSL_DH_anon_WITH_3DES_EDE_CBC_SHA
            TLS_ECDHE_ECDSA_WITH_RC4_128_SHA
            TLS_ECDHE_RSA_WITH_RC4_128_SHA
            SSL_RSA_WITH_RC4_128_SHA
            TLS_ECDH_ECDSA_WITH_RC4_128_SHA
            TLS_ECDH_RSA_WITH_RC4_128_SHA
            SSL_RSA_WITH_RC4_128_MD5
            TLS_ECDH_anon_WITH_RC4_128_SHA
            SSL_DH_anon_WITH_RC4_128_MD5
            SSL_RSA_WITH_DES_CBC_SHA
            SSL_DHE_RSA_WITH_DES_CBC_SHA
            SSL_DHE_DSS_WITH_DES_CBC_SHA
            SSL_DH_anon_WITH_DES_CBC_SHA
            SSL_RSA_EXPORT_WITH_DES40_CBC_SHA
            SSL_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA
            SSL_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA
            SSL_DH_anon_EXPORT_WITH_DES40_CBC_SHA
            SSL_RSA_EXPORT_WITH_RC4_40_MD5
            SSL_DH_anon_EXPORT_WITH_RC4_40_MD5
            TLS_RSA_WITH_NULL_SHA256
            TLS_ECDHE_ECDSA_WITH_NULL_SHA
            TLS_ECDHE_RSA_WITH_NULL_SHA
            SSL_RSA_WITH_NULL_SHA
            TLS_ECDH_ECDSA_WITH_NULL_SHA
            TLS_ECDH_RSA_WITH_NULL_SHA
            TLS_ECDH_anon_WITH_NULL_SHA
            SSL_RSA_WITH_NULL_MD5
            """;

    private static final Map<String, String> BY_NAME = byName();

    private KnownSuites() {}

    /** The name that the JDK gives out for a suite. */
    static Optional<String> canonicalName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names, also the second ones. */
    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** What has had its name since SSL 3.0 is also known by the registry's name, which says TLS. */
    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (String name : NAMES.strip().split("\n")) {
            names.put(name, name);
            if (name.startsWith("SSL_")) {
                names.put("TLS_" + name.substring(4), name);
            }
        }
        return Map.copyOf(names);
    }
}
