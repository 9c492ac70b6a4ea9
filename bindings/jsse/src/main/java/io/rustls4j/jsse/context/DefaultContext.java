package io.rustls4j.jsse.context;

import io.rustls4j.jsse.parameters.ContextKind;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The context "Default": made from the system properties {@code javax.net.ssl.*}, ready for use.
 */
public final class DefaultContext extends Rustls4jContext {
    /**
     * Makes it.
     *
     * @throws GeneralSecurityException if a store that a property names cannot be used
     */
    public DefaultContext() throws GeneralSecurityException {
        super(ContextKind.TLS);
        super.engineInit(
                DefaultKeys.managers(), new TrustManager[] {Managers.defaultTrust()}, null);
    }

    @Override
    protected void engineInit(
            KeyManager @Nullable [] keyManagers,
            TrustManager @Nullable [] trustManagers,
            @Nullable SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("Default SSLContext is initialized automatically");
    }
}
