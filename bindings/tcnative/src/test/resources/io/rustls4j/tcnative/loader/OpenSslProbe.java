import io.netty.handler.ssl.OpenSsl;
import io.netty.internal.tcnative.Library;

/** Prints what an application is told of netty's OpenSSL, one line per fact. For Java 8. */
public final class OpenSslProbe {
    private OpenSslProbe() {}

    public static void main(String[] args) {
        System.out.println("available: " + OpenSsl.isAvailable());
        System.out.println("unavailabilityCause: " + OpenSsl.unavailabilityCause());
        for (int i = 0; i < 2; i++) {
            try {
                System.out.println("initialize: " + Library.initialize());
            } catch (Throwable t) {
                System.out.println("initialize: " + t);
            }
        }
    }
}
