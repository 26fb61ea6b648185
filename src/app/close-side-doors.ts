/**
 * Takes away what the content security policy does not cover: a peer connection would tell a STUN
 * server of another origin where the tablet is. Called before anything else runs.
 */
export const closeSideDoors = (): void => {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'])
    Reflect.deleteProperty(globalThis, name);
};
