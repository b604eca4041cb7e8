/** The page on which one enters as a demonstration person. It exists only where the data is invented. */
import type { DemonstrationPerson } from './session'

const parts: Record<DemonstrationPerson['part'], string> = { resident: '居民', leader: '块长', staff: '居委会' }
const firstPage: Record<DemonstrationPerson['part'], string> = { resident: '/#/pages/home/index', leader: '/#/leader/inbox/index', staff: '/#/staff/overview/index' }

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

function card(person: DemonstrationPerson): string {
  return `<form method="post" action="/enter"><input type="hidden" name="accountId" value="${escape(person.accountId)}"><input type="hidden" name="next" value="${escape(firstPage[person.part])}">
<button><span class="av">${escape(person.title.slice(0, 1))}</span><span class="who"><b>${escape(person.title)}</b><span>${escape(person.about)}</span></span></button></form>`
}

export function enterPage(people: readonly DemonstrationPerson[]): string {
  const groups = (Object.keys(parts) as DemonstrationPerson['part'][])
    .map((part) => `<section><h2>${parts[part]}</h2><div class="people">${people.filter((person) => person.part === part).map(card).join('')}</div></section>`)
    .join('')
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>掌心汇 · 换个人看看</title>
<style>
body{margin:0;background:#F1F4F2;color:#18221F;font:400 17px/1.55 -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
header{background:#143E34;color:#fff;padding:40px 20px 28px}header>div,main{max-width:960px;margin:0 auto}h1{font-size:26px;line-height:1.35;margin:0}header p{margin:4px 0 0;color:#C4D8D0;font-size:15px}
main{padding:8px 16px 40px}h2{font-size:17px;margin:20px 4px 8px}.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(280px,1fr));grid-gap:12px}
form{margin:0;display:grid}button{display:flex;align-items:center;text-align:left;font:inherit;color:inherit;background:#fff;border:0;border-radius:16px;padding:14px 16px;min-height:72px;cursor:pointer}
button:active{background:#E9EEEB}button:focus-visible{outline:0;box-shadow:0 0 0 2px #fff,0 0 0 4px #17624F}.av{flex:none;display:inline-flex;align-items:center;justify-content:center;width:40px;height:40px;border-radius:50%;background:#E2F0EA;color:#0F4A3B;font-weight:600;margin-right:12px}
.who{display:block}.who b{display:block;font-weight:600}.who span{display:block;color:#46524D;font-size:15px;line-height:1.45}footer{color:#46524D;font-size:15px;padding:0 20px 32px;max-width:960px;margin:0 auto}
footer form{display:inline}footer button{display:inline;padding:0;min-height:0;background:none;color:#17624F;font-weight:600}
</style></head><body><header><div><h1>掌心汇 · 换个人看看</h1><p>这里的人和事都是编的，只为演示。点一个人，就用他的眼睛看。</p></div></header><main>${groups}</main>
<footer><form method="post" action="/leave"><button>谁也不当，只看看</button></form></footer></body></html>`
}
