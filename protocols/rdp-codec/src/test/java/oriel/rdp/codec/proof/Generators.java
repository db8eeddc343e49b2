package oriel.rdp.codec.proof;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import oriel.rdp.codec.capability.ActivationCapability;
import oriel.rdp.codec.capability.BitmapCacheCapability;
import oriel.rdp.codec.capability.BitmapCacheHostSupportCapability;
import oriel.rdp.codec.capability.BitmapCacheRev2Capability;
import oriel.rdp.codec.capability.BitmapCapability;
import oriel.rdp.codec.capability.BitmapCodecsCapability;
import oriel.rdp.codec.capability.BitmapCodecsCapability.BitmapCodec;
import oriel.rdp.codec.capability.BrushCapability;
import oriel.rdp.codec.capability.CapabilitySet;
import oriel.rdp.codec.capability.ColorCacheCapability;
import oriel.rdp.codec.capability.ControlCapability;
import oriel.rdp.codec.capability.DesktopCompositionCapability;
import oriel.rdp.codec.capability.DrawGdiPlusCapability;
import oriel.rdp.codec.capability.DrawNineGridCacheCapability;
import oriel.rdp.codec.capability.FontCapability;
import oriel.rdp.codec.capability.FrameAcknowledgeCapability;
import oriel.rdp.codec.capability.GeneralCapability;
import oriel.rdp.codec.capability.GlyphCacheCapability;
import oriel.rdp.codec.capability.GlyphCacheCapability.CacheDefinition;
import oriel.rdp.codec.capability.InputCapability;
import oriel.rdp.codec.capability.LargePointerCapability;
import oriel.rdp.codec.capability.MultifragmentUpdateCapability;
import oriel.rdp.codec.capability.OffscreenCacheCapability;
import oriel.rdp.codec.capability.OrderCapability;
import oriel.rdp.codec.capability.PointerCapability;
import oriel.rdp.codec.capability.RailCapability;
import oriel.rdp.codec.capability.ShareCapability;
import oriel.rdp.codec.capability.SoundCapability;
import oriel.rdp.codec.capability.SurfaceCommandsCapability;
import oriel.rdp.codec.capability.VirtualChannelCapability;
import oriel.rdp.codec.capability.WindowListCapability;
import oriel.rdp.codec.info.LogonErrors;
import oriel.rdp.codec.info.ServerAutoReconnect;
import oriel.rdp.codec.info.SessionInfo;
import oriel.rdp.codec.input.InputEvent;

/** Random records that tests of several packages need. */
public final class Generators {
    /** A generator for every capability set. */
    public static final List<Function<Some, CapabilitySet>> CAPABILITY_SETS = List.of(
            s -> new GeneralCapability(
                    s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u8(), s.u8()),
            s -> new BitmapCapability(
                    s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u8(), s.u8(), s.u16()),
            s -> new OrderCapability(
                    s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.octets(32), s.u16(), s.u16(), s.i32(), s.u16()),
            s -> new BitmapCacheCapability(s.u16(), s.u16(), s.u16(), s.u16(), s.u16(), s.u16()),
            s -> new ControlCapability(s.u16(), s.u16(), s.u16(), s.u16()),
            s -> new ActivationCapability(s.u16(), s.u16(), s.u16(), s.u16()),
            s -> new PointerCapability(s.u16(), s.u16(), s.u16()),
            s -> new ShareCapability(s.u16()),
            s -> new ColorCacheCapability(s.u16()),
            s -> new SoundCapability(s.u16()),
            s -> new InputCapability(s.u16(), s.i32(), s.i32(), s.i32(), s.i32(), s.text(31)),
            s -> new FontCapability(s.u16()),
            s -> new BrushCapability(s.i32()),
            s -> new GlyphCacheCapability(s.exactly(10, () -> cache(s)), cache(s), s.u16()),
            s -> new OffscreenCacheCapability(s.i32(), s.u16(), s.u16()),
            s -> new BitmapCacheHostSupportCapability(s.u8()),
            s -> new BitmapCacheRev2Capability(s.u16(), s.u8(), s.i32(), s.i32(), s.i32(), s.i32(), s.i32()),
            s -> new VirtualChannelCapability(s.i32(), s.i32()),
            s -> new DrawNineGridCacheCapability(s.i32(), s.u16(), s.u16()),
            s -> new DrawGdiPlusCapability(s.i32(), s.i32(), s.i32(), s.octets(10), s.octets(8), s.octets(6)),
            s -> new RailCapability(s.i32()),
            s -> new WindowListCapability(s.i32(), s.u8(), s.u16()),
            s -> new DesktopCompositionCapability(s.u16()),
            s -> new MultifragmentUpdateCapability(s.u32()),
            s -> new LargePointerCapability(s.u16()),
            s -> new SurfaceCommandsCapability(s.i32()),
            s -> new BitmapCodecsCapability(s.list(4, () -> codec(s))),
            s -> new FrameAcknowledgeCapability(s.u32()),
            s -> new CapabilitySet.Other(0x0100 + s.u8(), s.upTo(60)));

    private static CacheDefinition cache(Some s) {
        return new CacheDefinition(s.u16(), s.u16());
    }

    private static BitmapCodec codec(Some s) {
        Supplier<Long> bits = () -> (long) s.i32() << 32 | s.u32();
        return new BitmapCodec(new UUID(bits.get(), bits.get()), s.u8(), s.upTo(30));
    }

    /** Any capability set. */
    public static CapabilitySet capabilitySet(Some some) {
        return CAPABILITY_SETS.get(some.below(CAPABILITY_SETS.size())).apply(some);
    }

    /** Any session info. */
    public static SessionInfo sessionInfo(Some some) {
        return some.one(
                () -> new SessionInfo.Logon(some.text(25), some.text(255), some.i32()),
                () -> new SessionInfo.LogonLong(some.i32(), some.text(25), some.text(255)),
                SessionInfo.PlainNotify::new,
                () -> new SessionInfo.Extended(
                        some.optional(() -> new ServerAutoReconnect(some.i32(), some.octets(16))),
                        some.optional(() -> new LogonErrors(some.i32(), some.i32()))));
    }

    /** Any event both ways can carry. */
    public static InputEvent event(Some some) {
        return some.one(
                () -> new InputEvent.Scancode(some.u8(), some.maybe(), some.maybe(), some.maybe()),
                () -> new InputEvent.Unicode(some.u16(), some.maybe()),
                () -> new InputEvent.Mouse(some.u16(), some.u16(), some.u16()),
                () -> new InputEvent.ExtendedMouse(some.u16(), some.u16(), some.u16()),
                () -> new InputEvent.RelativeMouse(some.u16(), (short) some.u16(), (short) some.u16()),
                () -> new InputEvent.Synchronize(some.below(32)));
    }

    private Generators() {}
}
