-- What a demand is about (主题): one list for the street, data and not code. Offered from the words, never asked for; figures and
-- look-alikes go by it. Questions are few: only what saves a second call.
create table category (
  slug text primary key check (slug ~ '^[a-z][A-Za-z]{1,29}$'),
  seq smallint not null unique,
  name text not null check (length(name) between 1 and 12),
  icon text not null,
  -- The kinds it usually comes as, likeliest first.
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['request', 'suggestion', 'complaint', 'consultation', 'hazard']),
  -- Words that tell it; the longest one found decides.
  keywords text[] not null check (cardinality(keywords) > 0),
  -- [{id, label, type: choice | text | number, options, required, hint}]
  questions jsonb not null default '[]' check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 5)
);
select app.protect('category');
create policy public_board on category for select to zx_app using (true);
grant select on category to zx_app;

-- After the dictionaries of 12345, petition offices and property companies (DOMAIN 3.8).
insert into category (slug, seq, name, icon, kinds, keywords, questions) values
  ('stairwell', 1, '楼道设施', 'lamp', '{request,complaint,hazard}',
    '{楼道灯,走廊灯,感应灯,声控,灯不亮,的灯,门禁,大门,密码锁,闭门器,对讲机,对讲,信箱,楼道窗,窗户,玻璃,晾衣架,台阶,扶手松,应急灯,楼层号,屋顶,楼顶,雨棚,卷帘门,外墙掉,墙皮}', '[]'),
  ('leak', 2, '漏水和下水', 'inbox', '{request,complaint,hazard}',
    '{漏水,渗水,滴水,倒灌,返水,下水,水管,爆管,跑水,积水,进水,堵了,排水口,马桶,地漏,停水,水压}',
    '[{"id": "room", "label": "哪一间在漏", "type": "text", "options": [], "required": false, "hint": "厨房、卫生间，或者楼道"},
      {"id": "running", "label": "现在还在漏吗", "type": "choice", "options": ["还在漏", "已经停了"], "required": false, "hint": null}]'),
  ('lift', 3, '电梯', 'up', '{hazard,complaint,request}',
    '{电梯,电梯门,电梯里,困在,停半层,轿厢,报警按钮}',
    '[{"id": "inside", "label": "里面有人吗", "type": "choice", "options": ["有人", "没有人", "不清楚"], "required": true, "hint": "有人被困，先打电梯里的电话或 119"},
      {"id": "which", "label": "哪一台", "type": "text", "options": [], "required": false, "hint": "几号楼，左边还是右边"}]'),
  ('addLift', 4, '加装电梯', 'plus', '{consultation,suggestion}', '{加装电梯,装电梯,加梯,一楼不同意}', '[]'),
  ('fire', 5, '消防安全', 'alert', '{hazard,complaint}',
    '{飞线充电,飞线,拉线充电,线充电,楼道充电,推进楼道,楼上充,消防通道,消防,消火栓,灭火器,堆了,堆物,杂物,纸箱,楼梯口,着火,焦味,烟味,火花,燃气,煤气,电表箱,电线,电瓶拿到楼上,高温}', '[]'),
  ('safety', 6, '治安反诈', 'lock', '{hazard,complaint,consultation}',
    '{治安,偷,被盗,失窃,丢了两个,可疑,陌生人,诈骗,骗子,推销,群租,高空抛物,扔东西下来,花盆,监控}', '[]'),
  ('parking', 7, '停车和充电', 'pin', '{complaint,suggestion,consultation}',
    '{停车,车位,外来车,停满,占车位,乱停,车棚,充电位,充电桩,非机动车,自行车,共享单车,电瓶车,上牌,道闸,停了好几天,减速带}', '[]'),
  ('noise', 8, '噪声', 'sound', '{complaint}',
    '{噪声,噪音,太响,很吵,吵得,扰民,拖椅子,练琴,敲墙,电钻,装修,音响,喇叭,跳操,广场舞,半夜,施工,倒桶太响}',
    '[{"id": "when", "label": "一般什么时候响", "type": "choice", "options": ["白天", "晚上十点前", "晚上十点后", "清早"], "required": false, "hint": null}]'),
  ('waste', 9, '垃圾分类', 'refresh', '{consultation,suggestion,complaint}',
    '{垃圾,垃圾房,湿垃圾,垃圾桶,投放,定时投放,大件,旧沙发,旧家具,装修垃圾,建筑垃圾,清运,回收}', '[]'),
  ('environment', 10, '环境卫生', 'eye', '{complaint,request,suggestion}',
    '{卫生,打扫,脏,臭,味道,异味,蟑螂,老鼠,蚊子,苍蝇,流浪猫,狗屎,狗粪,小广告,泥水,油烟,空调外机,空调架}', '[]'),
  ('green', 11, '绿化', 'home', '{request,suggestion,hazard}', '{绿化,树枝,断枝,大树,修剪,草坪,草坛,花坛,落叶,虫害}', '[]'),
  ('publicSpace', 12, '公共空间', 'door', '{suggestion,request,hazard}',
    '{长椅,凳子,健身,健身点,单杠,滑梯,沙坑,花园,小路,坡道,无障碍,井盖,路面,主路,路灯,快递柜,东门,遮太阳,围墙,休息亭}', '[]'),
  ('property', 13, '物业和业委会', 'doc', '{consultation,complaint}',
    '{物业费,物业公司,物业不,业委会,业主大会,维修资金,维修基金,公共收益,封窗,管理规约,保安,换届,涨价}', '[]'),
  ('neighbours', 14, '邻里', 'users', '{complaint,request}', '{邻居,邻里,楼上,楼下那家,隔壁,对门,纠纷,吵架,商量}', '[]'),
  ('pets', 15, '养宠', 'out', '{consultation,complaint,suggestion}', '{养狗,遛狗,狗证,狗叫,拾便,狂犬,不牵绳,宠物,养猫}', '[]'),
  ('elderCare', 16, '老人照护', 'visit', '{consultation,request}',
    '{扶手,洗澡,浴室滑,轮椅,助餐,送餐,社区食堂,长护险,护理员,失能,养老,独住,独居,老人,津贴,高龄,敬老卡,紧急联系人,老年综合津贴,适老,日间照料}', '[]'),
  ('relief', 17, '救助帮困', 'lamp', '{consultation,request}', '{低保,救助,临时救助,困难,补助,没了收入,失业,特困,残疾,残疾证}', '[]'),
  ('children', 18, '托育和上学', 'pencil', '{consultation,suggestion}', '{上小学,小学,幼儿园,托班,托育,学区,入学,学校要,报名要填,暑托班,寒托班,孩子报名,家长}', '[]'),
  ('permit', 19, '居住证和户籍', 'doc', '{consultation,request}',
    '{居住证,签注,居住登记,户口,户籍,落户,身份证,暂住,租房备案,居住信息}', '[]'),
  ('certificate', 20, '证明和材料', 'print', '{consultation,request}', '{证明,开证明,盖章,盖个章,敲章,材料}', '[]'),
  ('health', 21, '医疗卫生', 'plus', '{consultation,suggestion}', '{疫苗,血压,社区医院,家庭医生,挂号,医保,配药,体检,量血压}', '[]'),
  ('dailyHelp', 22, '生活帮手', 'answer', '{request}',
    '{帮忙带,买菜,够不着,换一个灯泡,不方便下楼,腰扭,志愿者,教一教,手机字,打视频,不会用手机,钥匙,跑腿,代取,水费单,灯泡坏了}', '[]'),
  ('activities', 23, '活动和场地', 'calendar', '{suggestion,consultation}', '{活动室,活动,科普,课,交换,讲座,下棋,周末能不能,报名参加,兴趣班}', '[]'),
  ('committeeWork', 24, '居委会工作', 'service', '{suggestion,complaint,consultation}', '{居委会的通知,通知,通知栏,公告,贴在楼下,居务公开,选举,居委会什么时候}', '[]');

-- Null while nobody said and no word told; answers keep the label as it was asked: [{id, label, answer}].
alter table demand
  add column category text references category,
  add column answers jsonb not null default '[]' check (jsonb_typeof(answers) = 'array' and jsonb_array_length(answers) <= 5);
create index demand_committee_category on demand (committee_id, category, filed_at desc, id desc);
grant insert (category, answers) on demand to zx_app;
