package io.rustls4j.jsse.trust;

/** What an administrator may have set for the whole JDK, of which webpki would know nothing. */
final class JdkPolicy {
    private JdkPolicy() {}

    /** Whether webpki's yes can stand for the JDK's. */
    static boolean allowsNative() {
        return !Boolean.getBoolean("com.sun.net.ssl.checkRevocation")
                && DisabledAlgorithms.ofThisJdk().leaveWebPkiAlone();
    }
}
