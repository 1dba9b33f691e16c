// The passport opens at the page that was just laid. Its address says so behind the #, but what a form was answered with comes here without that.
const page = new URLSearchParams(location.search).get("blad");
if (page !== null && location.hash === "") document.getElementById(`blad-${page}`)?.scrollIntoView({ block: "nearest", inline: "start" });
