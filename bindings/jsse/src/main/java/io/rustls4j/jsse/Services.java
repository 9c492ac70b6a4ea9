package io.rustls4j.jsse;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineUnavailableException;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsEngines;
import io.rustls4j.jsse.context.DefaultContext;
import io.rustls4j.jsse.context.JdkContext;
import io.rustls4j.jsse.context.Rustls4jContext;
import io.rustls4j.jsse.keys.JdkKeyManagerFactory;
import io.rustls4j.jsse.parameters.ContextKind;
import io.rustls4j.jsse.trust.Rustls4jTrustManagerFactory;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One service of the provider, made without reflection. */
final class Services extends Provider.Service {
    private static final String JDK_PROVIDER = "SunJSSE";

    Services(Provider provider, String type, String algorithm, List<String> aliases) {
        super(provider, type, algorithm, Services.class.getName(), aliases, Map.of());
    }

    @Override
    public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
        try {
            return switch (getType()) {
                case "SSLContext" -> context(getAlgorithm());
                case "TrustManagerFactory" -> new Rustls4jTrustManagerFactory(getAlgorithm());
                case "KeyManagerFactory" -> new JdkKeyManagerFactory(getAlgorithm());
                default -> throw new NoSuchAlgorithmException(getType());
            };
        } catch (NoSuchAlgorithmException e) {
            throw e;
        } catch (GeneralSecurityException | EngineUnavailableException | TlsConfigException e) {
            throw new NoSuchAlgorithmException(
                    getType() + " " + getAlgorithm() + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static Object context(String algorithm) throws GeneralSecurityException {
        if (TlsEngines.currentKind() != EngineKind.RUSTLS) {
            return new JdkContext(jdkContext(algorithm));
        }
        return switch (algorithm) {
            case "TLSv1.2" -> new Rustls4jContext(ContextKind.TLSV1_2);
            case "TLSv1.3" -> new Rustls4jContext(ContextKind.TLSV1_3);
            case "Default" -> new DefaultContext();
            default -> new Rustls4jContext(ContextKind.TLS);
        };
    }

    private static SSLContext jdkContext(String algorithm)
            throws NoSuchAlgorithmException, NoSuchProviderException {
        return SSLContext.getInstance(algorithm, JDK_PROVIDER);
    }
}
