// What another tab of this browser told.

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("firststep") : null;

/** Another tab has something new. */
export const tellTabs = () => channel?.postMessage(location.pathname.split("/")[1]);

/** Call when another tab of the same person has something new. @param {() => void} then */
export const onNews = (then) =>
  channel?.addEventListener("message", ({ data }) => data === location.pathname.split("/")[1] && then());
