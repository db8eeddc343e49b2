package oriel.rdp.codec.capability;

import java.util.ArrayList;
import java.util.List;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Glyph Cache Capability Set (TS_GLYPHCACHE_CAPABILITYSET) — MS-RDPBCGR, section 2.2.7.1.8.
 *
 * @param glyphCache ten caches of glyphs
 * @param fragCache the cache of fragments
 * @param glyphSupportLevel 0 none, 1 partial, 2 full, 3 revision 2
 */
public record GlyphCacheCapability(List<CacheDefinition> glyphCache, CacheDefinition fragCache, int glyphSupportLevel)
        implements CapabilitySet {
    /** CAPSTYPE_GLYPHCACHE. */
    public static final int TYPE = 0x0010;

    private static final int CACHES = 10;

    /** Copies the list and checks its length. */
    public GlyphCacheCapability {
        glyphCache = List.copyOf(glyphCache);
        if (glyphCache.size() != CACHES) {
            throw new IllegalArgumentException("not ten caches: " + glyphCache.size());
        }
    }

    static GlyphCacheCapability decodeFields(WireReader in) {
        in.named("Glyph Cache Capability Set", "MS-RDPBCGR 2.2.7.1.8");
        var caches = new ArrayList<CacheDefinition>(CACHES);
        for (int i = 0; i < CACHES; i++) {
            caches.add(CacheDefinition.decode(in));
        }
        CacheDefinition fragments = CacheDefinition.decode(in);
        int level = in.u16("GlyphSupportLevel");
        in.skip(2, "pad2octets");
        return new GlyphCacheCapability(caches, fragments, level);
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public void encodeFields(WireWriter out) {
        glyphCache.forEach(cache -> cache.encode(out));
        fragCache.encode(out);
        out.u16(glyphSupportLevel).pad(2);
    }

    /**
     * Cache Definition (TS_CACHE_DEFINITION) — MS-RDPBCGR, section 2.2.7.1.8.1.
     *
     * @param cacheEntries entries, at most 254
     * @param cacheMaximumCellSize bytes of an entry, a power of two up to 2048
     */
    public record CacheDefinition(int cacheEntries, int cacheMaximumCellSize) {
        static CacheDefinition decode(WireReader in) {
            return new CacheDefinition(in.u16("CacheEntries"), in.u16("CacheMaximumCellSize"));
        }

        void encode(WireWriter out) {
            out.u16(cacheEntries).u16(cacheMaximumCellSize);
        }
    }
}
