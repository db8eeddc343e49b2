package oriel.rdp.codec.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import oriel.rdp.codec.capability.BitmapCodecsCapability.BitmapCodec;
import oriel.rdp.codec.proof.Generators;
import oriel.rdp.codec.proof.Proof;
import oriel.rdp.codec.proof.Some;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

class CapabilitySetTest {
    private static final Proof<CapabilitySet> ONE =
            new Proof<>("capability set", CapabilitySet::decode, CapabilitySet::encode);

    /** A new record in the family must get a generator above. */
    @Test
    void shouldKnowAGeneratorForEverySet() {
        assertThat(Generators.CAPABILITY_SETS).hasSize(CapabilitySet.class.getPermittedSubclasses().length);
        assertThat(Generators.CAPABILITY_SETS.stream()
                        .map(one -> one.apply(new Some(1)).getClass())
                        .distinct())
                .hasSize(Generators.CAPABILITY_SETS.size());
    }

    @Test
    void shouldReadWhatItWrites() {
        for (long seed = 0; seed < 40; seed++) {
            for (Function<Some, CapabilitySet> one : Generators.CAPABILITY_SETS) {
                ONE.roundTrip(one.apply(new Some(seed)), seed);
            }
        }
    }

    /** Lengths of MS-RDPBCGR 2.2.7; a set of another length would be refused by strict clients. */
    @Test
    void shouldHaveTheLengthsOfTheSpecification() {
        int[] lengths = {
            24, 28, 88, 40, 12, 12, 10, 8, 8, 8, 88, 8, 8, 52, 12, 8, 40, 12, 12, 40, 8, 11, 6, 8, 6, 12, 5, 8
        };
        for (int i = 0; i < lengths.length; i++) {
            CapabilitySet set = Generators.CAPABILITY_SETS.get(i).apply(new Some(1));
            CapabilitySet sized = set instanceof BitmapCodecsCapability ? new BitmapCodecsCapability(List.of()) : set;
            assertThat(ONE.bytes(sized)).as(sized.toString()).hasSize(lengths[i]);
        }
    }

    @Test
    void shouldRefuseTruncationsAndSurviveChanges() {
        for (Function<Some, CapabilitySet> one : Generators.CAPABILITY_SETS) {
            ONE.refusesEveryTruncation(one.apply(new Some(2)));
            ONE.endsWellAfterChanges(one.apply(new Some(2)), 2);
        }
    }

    /** Cut short and the length mended: read only where the missing field is optional, or the set unknown. */
    @Test
    void shouldRefuseSetsCutShort() {
        for (Function<Some, CapabilitySet> one : Generators.CAPABILITY_SETS) {
            CapabilitySet set = one.apply(new Some(3));
            byte[] bytes = ONE.bytes(set);
            for (int length = CapabilitySet.HEADER_SIZE; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                cut[2] = (byte) length;
                cut[3] = (byte) (length >> 8);
                boolean optional = switch (set) {
                    case PointerCapability _ -> length == 8;
                    case VirtualChannelCapability _ -> length == 8;
                    case FontCapability _ -> length == 4 || length >= 6;
                    case CapabilitySet.Other _ -> true;
                    case CapabilitySet _ -> false;
                };
                assertThat(ONE.survives(cut)).as("%s cut to %d", set, length).isEqualTo(optional);
            }
        }
    }

    /** MS-RDPBCGR, section 2.2.7.2.10.1.1: a GUID on the wire is little-endian in its first three parts. */
    @Test
    void shouldWriteGuidsAsWindowsDoes() {
        var set =
                new BitmapCodecsCapability(List.of(new BitmapCodec(BitmapCodecsCapability.REMOTEFX, 3, Octets.EMPTY)));
        assertThat(Arrays.copyOfRange(ONE.bytes(set), 5, 21))
                .isEqualTo(HexFormat.of().parseHex("122f777672bd6344afb3b73c9c6f7886"));
    }

    @Test
    void shouldFindASetByItsKind() {
        List<CapabilitySet> sets = List.of(new ShareCapability(1), new FontCapability(1), new ShareCapability(2));
        assertThat(CapabilitySet.find(sets, ShareCapability.class)).contains(new ShareCapability(1));
        assertThat(CapabilitySet.find(sets, BrushCapability.class)).isEmpty();
    }

    @Test
    void shouldRefuseTooManySets() {
        var out = new WireWriter();
        out.u16(CapabilitySet.MAXIMUM + 1).pad(2);
        assertThatThrownBy(() -> CapabilitySet.decodeAll(new WireReader(out.toByteArray())))
                .isInstanceOf(MalformedPduException.class)
                .hasMessageContaining("numberCapabilities");
    }
}
