/**
 * Stands in the page's head: tells once, by `data-painted` at the root and an event of that name, that
 * the page has been painted as it came, and lets in the later fonts. The browser's own word is waited
 * for rather than a frame: one asked for in the head has Chromium draw empty frames before the style
 * sheet has come, and after three of them the next a second later. Firefox says nothing of a page that
 * opens far from its top, WebKit of one in a frame of another site: then the first frame after loading
 * tells.
 */
export const TELL_PAINTED = `{
const root=document.documentElement;
const tell=()=>{
if('painted' in root.dataset)return;
root.dataset.painted='';
document.getElementById('later-fonts').media='all';
dispatchEvent(new Event('painted'))
};
addEventListener('load',()=>requestAnimationFrame(()=>setTimeout(tell)));
new PerformanceObserver((seen)=>{
if(seen.getEntriesByName('first-contentful-paint').length)tell()
}).observe({type:'paint',buffered:true})
}`;
