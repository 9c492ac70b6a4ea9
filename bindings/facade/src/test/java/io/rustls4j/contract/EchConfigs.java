package io.rustls4j.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPublicKey;
import java.util.HexFormat;

/**
 * Makes what a server's HTTPS DNS record would have (RFC 9849 section 4), for a key that nobody
 * keeps.
 */
final class EchConfigs {
    private static final HexFormat HEX = HexFormat.of();

    private EchConfigs() {}

    static byte[] forPublicName(String publicName) {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        write(contents, "07"); // config_id
        write(contents, "0020"); // kem_id: DHKEM(X25519, HKDF-SHA256)
        write(contents, "0020");
        contents.writeBytes(publicKey());
        write(contents, "0004" + "0001" + "0001"); // one suite: HKDF-SHA256, AES-128-GCM
        write(contents, "00"); // maximum_name_length: not told
        contents.write(publicName.length());
        contents.writeBytes(publicName.getBytes(StandardCharsets.US_ASCII));
        write(contents, "0000"); // no extensions
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        write(list, length(contents.size() + 4));
        write(list, "fe0d" + length(contents.size()));
        list.writeBytes(contents.toByteArray());
        return list.toByteArray();
    }

    private static byte[] publicKey() {
        try {
            XECPublicKey key =
                    (XECPublicKey)
                            KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();
            byte[] bigEndian = key.getU().toByteArray();
            byte[] littleEndian = new byte[32];
            for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
                littleEndian[i] = bigEndian[bigEndian.length - 1 - i];
            }
            return littleEndian;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String length(int length) {
        return HEX.toHexDigits((short) length);
    }

    private static void write(ByteArrayOutputStream out, String hex) {
        out.writeBytes(HEX.parseHex(hex));
    }
}
