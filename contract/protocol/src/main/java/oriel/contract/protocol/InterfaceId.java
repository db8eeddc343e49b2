package oriel.contract.protocol;

import java.util.UUID;

/**
 * Identifiers of the original interfaces, as their pages publish them. Java finds an interface by its type; the ids are here
 * so that a bridge to the original, a trace or a search finds the same thing under the same number.
 * {@link RemoteFxGraphicsConnection} has none: no page publishes it.
 */
public final class InterfaceId {

    /** Of {@link ProtocolManager}. */
    public static final UUID PROTOCOL_MANAGER = UUID.fromString("dc796967-3abb-40cd-a446-105276b58950");
    /** Of {@link ProtocolListener}. */
    public static final UUID PROTOCOL_LISTENER = UUID.fromString("fcbc131b-c686-451d-a773-e279e230f540");
    /** Of {@link ProtocolListenerCallback}. */
    public static final UUID PROTOCOL_LISTENER_CALLBACK = UUID.fromString("3ab27e5b-4449-4dc1-b74a-91621d4fe984");
    /** Of {@link ProtocolConnection}. */
    public static final UUID PROTOCOL_CONNECTION = UUID.fromString("324ed94f-fdaf-4ff6-81a8-42abe755830b");
    /** Of {@link ProtocolConnection2}. */
    public static final UUID PROTOCOL_CONNECTION2 = UUID.fromString("c2bd9b66-4a76-4701-b6a3-bfafc1482169");
    /** Of {@link ProtocolConnectionCallback}. */
    public static final UUID PROTOCOL_CONNECTION_CALLBACK = UUID.fromString("f1d70332-d070-4ef1-a088-78313536c2d6");
    /** Of {@link ProtocolLicenseConnection}. */
    public static final UUID PROTOCOL_LICENSE_CONNECTION = UUID.fromString("1d6a145f-d095-4424-957a-407fae822d84");
    /** Of {@link ProtocolLogonErrorRedirector}. */
    public static final UUID PROTOCOL_LOGON_ERROR_REDIRECTOR = UUID.fromString("519fe83b-142a-4120-a3d5-a405d315281a");
    /** Of {@link ProtocolSettings}. */
    public static final UUID PROTOCOL_SETTINGS = UUID.fromString("654a5a6a-2550-47eb-b6f7-ebd637475265");
    /** Of {@link ProtocolShadowConnection}. */
    public static final UUID PROTOCOL_SHADOW_CONNECTION = UUID.fromString("9ae85ce6-cade-4548-8feb-99016597f60a");
    /** Of {@link ProtocolShadowCallback}. */
    public static final UUID PROTOCOL_SHADOW_CALLBACK = UUID.fromString("e0667ce0-0372-40d6-adb2-a0f3322674d6");
    /** Of {@link EnhancedFastReconnectArbitrator}. */
    public static final UUID ENHANCED_FAST_RECONNECT_ARBITRATOR =
            UUID.fromString("5718ae9b-47f2-499f-b634-d8175bd51131");
    /** Of {@link WddmIddProps}. */
    public static final UUID WDDM_IDD_PROPS = UUID.fromString("1382df4d-a289-43d1-a184-144726f9af90");
    /** Of {@link ProtocolConnectionSettings}. */
    public static final UUID PROTOCOL_CONNECTION_SETTINGS = UUID.fromString("83fcf5d3-f6f4-ea94-9cd2-32f280e1e510");

    private InterfaceId() {}
}
