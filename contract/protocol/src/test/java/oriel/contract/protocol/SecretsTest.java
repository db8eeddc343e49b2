package oriel.contract.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Secrets are copied in, never shown, and can be wiped. */
class SecretsTest {

    private static char[] secret() {
        return "hunter2".toCharArray();
    }

    @Test
    void shouldNeverShowASecret() {
        assertThat(ClientData.builder().password(secret()).build().toString()).doesNotContain("hunter2");
        assertThat(ConnectionSettings.builder().password(secret()).build().toString())
                .doesNotContain("hunter2");
        assertThat(new UserCredential("ann", secret(), "").toString()).doesNotContain("hunter2");
        assertThat(new SerializedUserCredential(new byte[] {104, 117}).toString())
                .doesNotContain("104")
                .contains("2 bytes");
    }

    @Test
    void shouldWipeTheOwnCopyAndNoOther() {
        char[] original = secret();
        ClientData data = ClientData.builder().password(original).build();
        ClientData copy = data.toBuilder().build();
        data.wipe();
        assertThat(data.password()).containsOnly('\0').hasSize(7);
        assertThat(copy.password()).isEqualTo(secret());
        assertThat(original).isEqualTo(secret());

        ConnectionSettings settings =
                ConnectionSettings.builder().password(original).build();
        settings.wipe();
        assertThat(settings.password()).containsOnly('\0').hasSize(7);

        UserCredential credential = new UserCredential("ann", original, "");
        credential.wipe();
        assertThat(credential.password()).containsOnly('\0').hasSize(7);
    }

    @Test
    void shouldRefuseWhatDoesNotFitIntoTheOriginal() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ClientData.builder().clientName("x".repeat(21)).build())
                .withMessageContaining("ClientName");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientData.builder().password(new char[256]).build());
        assertThatIllegalArgumentException().isThrownBy(() -> new PropertyValue.Unsigned(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PropertyValue.Binary(new byte[0x8001]));
    }

    @Test
    void shouldCodeColourDepthsBothWays() {
        for (int depth : new int[] {4, 8, 15, 16, 24, 32}) {
            assertThat(ColorDepthCoding.fromClientDisplay(ColorDepthCoding.toClientDisplay(depth)))
                    .isEqualTo(depth);
        }
        for (int depth : new int[] {8, 15, 16, 24, 32}) {
            assertThat(ColorDepthCoding.fromListener(ColorDepthCoding.toListener(depth)))
                    .isEqualTo(depth);
        }
        // The trap of data-types.md, section 1.2: 16 means 15 bits and 4 means 16 bits.
        assertThat(ColorDepthCoding.fromClientDisplay(16)).isEqualTo(15);
        assertThat(ColorDepthCoding.fromClientDisplay(4)).isEqualTo(16);
    }
}
