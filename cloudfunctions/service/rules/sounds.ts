/**
 * Sounds of everyday characters (the 3,755 of GB 2312 level 1 and those of the first list), without tones, ü as v: a syllable, then what is read so.
 * Small enough to travel in part to the phone, where the dictionary (458 KB) never goes.
 */
const table = `
a啊阿ai埃挨哎唉哀皑癌蔼矮艾碍爱隘an鞍氨安俺按暗岸胺案ang肮昂盎ao凹敖熬翱袄傲奥懊澳嚣
ba芭捌扒叭吧笆八疤巴拔跋靶把坝霸罢爸bai白柏百摆佰败拜稗ban斑班搬扳般颁板版扮拌伴瓣半办绊bang邦帮梆榜膀绑棒磅蚌镑傍谤bao苞胞包褒剥薄雹保堡饱宝抱报暴豹鲍爆bei杯碑悲卑北辈背贝钡倍狈备惫焙被ben奔苯本笨beng崩绷甭泵蹦迸bi逼鼻比鄙笔彼碧蓖蔽毕毙毖币庇痹闭敝弊必壁臂避陛
bian鞭边编贬扁便变卞辨辩辫遍biao标彪膘表bie鳖憋别瘪bin彬斌濒滨宾摈bing兵冰柄丙秉饼炳病并bo玻菠播拨钵波博勃搏铂箔伯帛舶脖膊渤泊驳簿薄bu捕卜哺补埠不布步部怖簿
ca擦cai猜裁材才财睬踩采彩菜蔡can餐参蚕残惭惨灿cang苍舱仓沧藏cao操糙槽曹草ce厕策侧册测ceng层蹭曾cha插叉茬茶查碴搽察岔差诧刹chai拆柴豺差chan搀掺蝉馋谗缠铲产阐颤chang昌猖场尝常长偿肠厂敞畅唱倡chao超抄钞朝嘲潮巢吵炒che车扯撤掣彻澈chen郴臣辰尘晨忱沉陈趁衬
cheng撑称城橙成呈乘程惩澄诚承逞骋秤盛chi吃痴持匙池迟弛驰耻齿侈尺赤翅斥炽chong充冲虫崇宠重chou抽酬畴踌稠愁筹仇绸瞅丑臭chu初出橱厨躇锄雏滁除楚础储矗搐触处畜chuai揣chuan川穿椽传船喘串chuang疮窗床闯创chui吹炊捶锤垂chun春椿醇唇淳纯蠢chuo戳绰
ci疵茨磁雌辞慈瓷词此刺赐次cong聪葱囱匆从丛cou凑cu粗醋簇促cuan蹿篡窜cui摧崔催脆瘁粹淬翠cun村存寸cuo磋撮搓措挫错
da搭达答瘩打大dai呆歹傣戴带殆代贷袋待逮怠大dan耽担丹单郸掸胆旦氮但惮淡诞蛋石dang当挡党荡档dao刀捣蹈倒岛祷导到稻悼道盗de德得的地dei得deng蹬灯登等瞪凳邓di堤低滴迪敌笛狄涤嫡抵底地蒂第帝弟递缔提dian颠掂滇碘点典靛垫电佃甸店惦奠淀殿diao碉叼雕凋刁掉吊钓调
die跌爹碟蝶迭谍叠ding丁盯叮钉顶鼎锭定订diu丢dong东冬董懂动栋侗恫冻洞dou兜抖斗陡豆逗痘都du督毒犊独读堵睹赌杜镀肚度渡妒都duan端短锻段断缎dui堆兑队对dun墩吨蹲敦顿钝盾遁duo掇哆多夺垛躲朵跺舵剁惰堕度
e蛾峨鹅俄额讹娥恶厄扼遏鄂饿en恩er而儿耳尔饵洱二贰
fa发罚筏伐乏阀法珐fan藩帆番翻樊矾钒繁凡烦反返范贩犯饭泛fang坊芳方肪房防妨仿访纺放fei菲非啡飞肥匪诽吠肺废沸费fen芬酚吩氛分纷坟焚汾粉奋份忿愤粪feng丰封枫蜂峰锋风疯烽逢冯缝讽奉凤fo佛fou否
fu夫敷肤孵扶拂辐幅氟符伏俘服浮涪福袱弗甫抚辅俯釜斧腑府腐赴副覆赋复傅付阜父腹负富讣附妇缚咐佛
ga噶嘎咖gai该改概钙盖溉gan干甘杆柑竿肝赶感秆敢赣gang冈刚钢缸肛纲岗港杠gao篙皋高膏羔糕搞稿告ge哥歌搁戈鸽胳疙割革葛格阁隔铬个各咯gei给gen根跟geng耕更庚羹埂耿梗gong工攻功恭龚供躬公宫弓巩汞拱贡共gou钩勾沟苟狗垢构购够gu辜菇咕箍估沽孤姑鼓古蛊骨谷股故顾固雇
gua刮瓜剐寡挂褂guai乖拐怪guan棺关官冠观管馆罐惯灌贯guang光广逛gui瑰规圭硅归龟闺轨鬼诡癸桂柜跪贵刽gun辊滚棍guo锅郭国果裹过
ha蛤哈hai骸孩海氦亥害骇还咳han酣憨邯韩含涵寒函喊罕翰撼捍旱憾悍焊汗汉hang夯杭航行hao镐壕嚎豪毫郝好耗号浩he呵喝荷菏核禾和何合盒阂河涸赫褐鹤贺吓hei嘿黑hen痕很狠恨heng哼亨横衡恒hong轰哄烘虹鸿洪宏弘红hou喉侯猴吼厚候后hu呼乎忽瑚壶葫胡蝴狐糊湖弧虎唬护互沪户
hua花哗华猾滑画划化话huai槐徊怀淮坏huan欢环桓缓换患唤痪豢焕涣宦幻还huang荒慌黄磺蝗簧皇凰惶煌晃幌恍谎hui灰挥辉徽恢蛔回毁悔慧卉惠晦贿秽会烩汇讳诲绘hun荤昏婚魂浑混huo豁活伙火获或惑霍货祸和
ji击圾基机畸稽积箕肌饥迹激讥鸡姬绩缉吉极棘辑籍集及急疾汲即嫉级挤几脊己蓟技冀季伎祭剂悸济寄寂计记既忌际妓继纪给系jia嘉枷夹佳家加荚颊贾甲钾假稼价架驾嫁jian歼监坚尖笺间煎兼肩艰奸缄茧检柬碱硷拣捡简俭剪减荐鉴践贱见键箭件健舰剑饯渐溅涧建jiang僵姜将浆江疆蒋桨奖讲匠酱降
jiao蕉椒礁焦胶交郊浇骄娇嚼搅铰矫侥脚狡角饺缴绞剿教酵轿较叫窖觉校jie揭接皆秸街阶截劫节杰捷睫竭洁结解姐戒藉芥界借介疥诫届jin巾筋斤金今津襟紧锦仅谨进靳晋禁近烬浸尽劲jing荆兢茎睛晶鲸京惊精粳经井警景颈静境敬镜径痉靖竟竞净jiong炯窘jiu揪究纠玖韭久灸九酒厩救旧臼舅咎就疚
ju桔鞠拘狙疽居驹菊局矩举沮聚拒据巨具距踞锯俱句惧炬剧车juan捐鹃娟倦眷卷绢jue撅攫抉掘倔爵觉决诀绝角jun均菌钧军君峻俊竣浚郡骏
ka喀咖卡kai开揩楷凯慨kan槛刊堪勘坎砍看kang康慷糠扛抗亢炕kao考拷烤靠ke坷苛柯棵磕颗科壳可渴克刻客课ken肯啃垦恳keng坑吭kong空恐孔控kou抠口扣寇ku枯哭窟苦酷库裤kua夸垮挎跨胯kuai块筷侩快会kuan宽款kuang匡筐狂框矿眶旷况kui亏盔岿窥葵奎魁傀馈愧溃
kun坤昆捆困kuo括扩廓阔
la垃拉喇蜡腊辣啦落lai莱来赖lan蓝婪栏拦篮阑兰澜谰揽览懒缆烂滥lang琅榔狼廊郎朗浪lao捞劳牢老佬姥酪烙涝le勒乐了lei雷镭蕾磊累儡垒擂肋类泪leng棱楞冷li厘梨犁黎篱狸离漓理李里鲤礼莉荔吏栗丽厉励砾历利傈例俐痢立粒沥隶力璃哩lia俩lian联莲连镰廉怜涟帘敛脸链恋炼练
liang粮凉梁粱良两辆量晾亮谅liao撩聊僚疗燎寥辽潦了撂镣廖料lie列裂烈劣猎lin琳林磷霖临邻鳞淋凛赁吝拎ling玲菱零龄铃伶羚凌灵陵岭领另令liu溜琉榴硫馏留刘瘤流柳六遛long龙聋咙笼窿隆垄拢陇弄lou楼娄搂篓漏陋lu芦卢颅庐炉掳卤虏鲁麓碌露路赂鹿潞禄录陆戮luan峦挛孪滦卵乱
lun抡轮伦仑沦纶论luo萝螺罗逻锣箩骡裸落洛骆络lv驴吕铝侣旅履屡缕虑氯律率滤绿lve掠略
ma妈麻玛码蚂马骂嘛吗mai埋买麦卖迈脉man瞒馒蛮满蔓曼慢漫谩mang芒茫盲氓忙莽mao猫茅锚毛矛铆卯茂冒帽貌贸me么mei玫枚梅酶霉煤没眉媒镁每美昧寐妹媚men门闷们meng萌蒙檬盟锰猛梦孟mi眯醚靡糜迷谜弥米秘觅泌蜜密幂mian棉眠绵冕免勉娩缅面miao苗描瞄藐秒渺庙妙mie蔑灭
min民抿皿敏悯闽ming明螟鸣铭名命miu谬mo貉摸摹蘑模膜磨摩魔抹末莫墨默沫漠寞陌没mou谋某mu牟拇牡亩姆母墓暮幕募慕木目睦牧穆模
na拿哪呐钠那娜纳nai氖乃奶耐奈nan南男难nang囊nao挠脑恼闹淖ne呢nei馁内nen嫩neng能ni妮霓倪泥尼拟你匿腻逆溺nian蔫拈年碾撵捻念粘辗niang娘酿niao鸟尿nie捏聂孽啮镊镍涅nin您ning柠狞凝宁拧泞niu牛扭钮纽nong脓浓农弄nu奴努怒nuan暖nuo挪懦糯诺
nv女nve虐疟
o哦ou欧鸥殴藕呕偶沤区
pa耙啪趴爬帕怕琶pai拍排牌徘湃派pan攀潘盘磐盼畔判叛pang乓庞旁耪胖pao抛咆刨炮袍跑泡pei呸胚培裴赔陪配佩沛pen喷盆peng砰抨烹澎彭蓬棚硼篷膨朋鹏捧碰pi辟坯砒霹批披劈琵毗啤脾疲皮匹痞僻屁譬pian篇偏片骗便piao飘漂瓢票pie撇瞥pin拼频贫品聘ping乒坪苹萍平凭瓶评屏
po坡泼颇婆破魄迫粕pou剖pu脯扑铺仆莆葡菩蒲埔朴圃普浦谱曝瀑
qi期欺栖戚妻七凄漆柒沏其棋奇歧畦崎脐齐旗祈祁骑起岂乞企启契砌器气迄弃汽泣讫qia掐恰洽卡qian牵扦钎铅千迁签仟谦乾黔钱钳前潜遣浅谴堑嵌欠歉qiang枪呛腔羌墙蔷强抢qiao橇锹敲悄桥瞧乔侨巧鞘撬翘峭俏窍壳qie切茄且怯窃qin钦侵亲秦琴勤芹擒禽寝沁qing青轻氢倾卿清擎晴氰情顷请庆
qiong琼穷qiu秋丘邱球求囚酋泅仇qu趋区蛆曲躯屈驱渠取娶龋趣去quan圈颧权醛泉全痊拳犬券劝que缺炔瘸却鹊榷确雀qun裙群
ran然燃冉染rang瓤壤攘嚷让rao饶扰绕re惹热ren壬仁人忍韧任认刃妊纫reng扔仍ri日rong戎茸蓉荣融熔溶容绒冗rou揉柔肉ru茹蠕儒孺如辱乳汝入褥ruan软阮rui蕊瑞锐run闰润ruo若弱
sa撒洒萨sai腮鳃塞赛san三叁伞散sang桑嗓丧sao搔骚扫嫂se瑟色涩sen森seng僧sha莎砂杀沙纱傻啥煞厦shai筛晒shan珊苫杉山删煽衫闪陕擅赡膳善汕扇缮栅单shang墒伤商赏晌上尚裳shao梢捎稍烧芍勺韶少哨邵绍she奢赊蛇舌舍赦摄射慑涉社设折
shen砷申呻伸身深娠绅神沈审婶甚肾慎渗什参sheng声生甥牲升绳省盛剩胜圣shi师失狮施湿诗尸虱十石拾时食蚀实识史矢使屎驶始式示士世柿事拭誓逝势是嗜噬适仕侍释饰氏市恃室视试shou收手首守寿授售受瘦兽shu蔬枢梳殊抒输叔舒淑疏书赎孰熟薯暑曙署蜀黍鼠属术述树束戍竖墅庶数漱恕shua刷耍
shuai摔衰甩帅率shuan栓拴shuang霜双爽shui谁水睡税说shun吮瞬顺舜shuo说硕朔烁si斯撕嘶思私司丝死肆寺嗣四伺似饲巳song松耸怂颂送宋讼诵sou搜艘擞嗽su苏酥俗素速粟僳塑溯宿诉肃suan酸蒜算sui虽隋随绥髓碎岁穗遂隧祟sun孙损笋suo蓑梭唆缩琐索锁所
ta塌他它她塔獭挞蹋踏tai胎苔抬台泰酞太态汰tan弹坍摊贪瘫滩坛檀痰潭谭谈坦毯袒碳探叹炭tang汤塘搪堂棠膛唐糖倘躺淌趟烫tao掏涛滔绦萄桃逃淘陶讨套te特teng藤腾疼誊ti梯剔踢锑提题蹄啼体替嚏惕涕剃屉tian天添填田甜恬舔腆tiao调挑条迢眺跳tie贴铁帖ting厅听烃汀廷停亭庭挺艇
tong通桐酮瞳同铜彤童桶捅筒统痛tou偷投头透tu凸秃突图徒途涂屠土吐兔tuan湍团tui推颓腿蜕褪退tun囤吞屯臀tuo拖托脱鸵陀驮驼椭妥拓唾
wa挖哇蛙洼娃瓦袜wai歪外wan豌弯湾玩顽丸烷完碗挽晚皖惋宛婉万腕wang汪王亡枉网往旺望忘妄wei威巍微危韦违桅围唯惟为潍维苇萎委伟伪尾纬未蔚味畏胃喂魏位渭谓尉慰卫wen瘟温蚊文闻纹吻稳紊问weng嗡翁瓮wo挝蜗涡窝我斡卧握沃wu巫呜钨乌污诬屋无芜梧吾吴毋武五捂午舞伍侮坞戊雾晤物勿务悟误恶
xi昔熙析西硒矽晰嘻吸锡牺稀息希悉膝夕惜熄烯溪汐犀檄袭席习媳喜洗系隙戏细xia瞎虾匣霞辖暇峡侠狭下夏吓厦xian铣掀锨先仙鲜纤咸贤衔舷闲涎弦嫌显险现献县腺馅羡宪陷限线xiang相厢镶香箱襄湘乡翔祥详想响享项巷橡像向象降xiao萧硝霄削哮销消宵淆晓小孝校肖啸笑效
xie楔些歇蝎鞋协挟携邪斜胁谐写械卸蟹懈泄泻谢屑血解xin薪芯锌欣辛新忻心信衅xing星腥猩惺兴刑型形邢行醒幸杏性姓xiong兄凶胸匈汹雄熊xiu休修羞朽嗅锈秀袖绣宿xu墟戌需虚嘘须徐许蓄酗叙旭序恤絮婿绪续吁xuan轩喧宣悬旋玄选癣眩绚xue靴薛学穴雪血xun勋熏循旬询寻驯巡殉汛训讯逊迅
ya压押鸦鸭呀丫芽牙蚜崖衙涯雅哑亚讶轧yan焉咽阉烟淹盐严研蜒岩延言颜阎炎沿奄掩眼衍演艳堰燕厌砚雁唁彦焰宴谚验yang殃央鸯秧杨扬佯疡羊洋阳氧仰痒养样漾yao邀腰妖瑶摇尧遥窑谣姚咬舀药要耀钥ye椰噎耶爷野冶也页掖业叶曳腋夜液
yi一壹医揖铱依伊衣颐夷遗移仪胰疑沂宜姨彝椅蚁倚已乙矣以艺抑易邑屹亿役臆逸肄疫亦裔意毅忆义益溢诣议谊译异翼翌绎yin茵荫因殷音阴姻吟银淫寅饮尹引隐印ying英樱婴鹰应缨莹萤营荧蝇迎赢盈影颖硬映yo哟yong拥佣臃痈庸雍踊蛹咏泳涌永恿勇用you幽优悠忧尤由邮铀犹油游酉有友右佑釉诱又幼
yu迂淤于盂榆虞愚舆余俞逾鱼愉渝渔隅予娱雨与屿禹宇语羽玉域芋郁遇喻峪御愈欲狱育誉浴寓裕预豫驭yuan鸳渊冤元垣袁原援辕园员圆猿源缘远苑愿怨院yue曰约越跃岳粤月悦阅乐yun耘云郧匀陨允运蕴酝晕韵孕
za匝砸杂咋zai栽哉灾宰载再在仔zan咱攒暂赞zang赃脏葬藏zao遭糟凿藻枣早澡蚤躁噪造皂灶燥ze责择则泽zei贼zen怎zeng增憎赠曾zha扎喳渣札铡闸眨榨乍炸诈柞zhai翟摘斋宅窄债寨zhan瞻毡詹沾盏斩崭展蘸栈占战站湛绽zhang樟章彰漳张掌涨杖丈帐账仗胀瘴障长
zhao招昭找沼赵照罩兆肇召着朝zhe遮折哲蛰辙者锗蔗这浙着zhen珍斟真甄砧臻贞针侦枕疹诊震振镇阵帧zheng蒸挣睁征狰争怔整拯正政症郑证zhi芝枝支吱蜘知肢脂汁之织职直植殖执值侄址指止趾只旨纸志挚掷至致置帜峙制智秩稚质炙痔滞治窒zhong中盅忠钟衷终种肿重仲众
zhou舟周州洲诌粥轴肘帚咒皱宙昼骤zhu珠株蛛朱猪诸诛逐竹烛煮拄瞩嘱主著柱助蛀贮铸筑住注祝驻zhua抓爪zhuai拽zhuan专砖转撰赚篆传zhuang幢桩庄装妆撞壮状zhui椎锥追赘坠缀zhun谆准zhuo捉拙卓桌琢茁酌啄灼浊zi兹咨资姿滋淄孜紫籽滓子自渍字zong鬃棕踪宗综总纵zou邹走奏揍
zu租足卒族祖诅阻组zuan钻纂zui咀嘴醉最罪zun尊遵zuo昨左佐做作坐座
`
const groups = [...table.matchAll(/([a-z]+)(\P{ASCII}+)/gu)].map(([, sound, characters]) => ({ sound: sound!, characters: characters! }))

/** The part of the table that has to do with these texts: every syllable in them, with all that sounds the same, `zheng证正政…`. */
export function soundsOf(texts: readonly string[]): string {
  const used = new Set(texts.join(''))
  return groups.filter(({ characters }) => [...characters].some((one) => used.has(one))).map(({ sound, characters }) => sound + characters).join('')
}

const sounds = new Map<string, string[]>()
for (const { sound, characters } of groups) for (const one of characters) sounds.set(one, [...(sounds.get(one) ?? []), sound])

/** Other words of a search text, without the title it begins with and the spellings the phone finds by itself: `居住证签注 juzhuzhengqianzhu jzzqz 暂住证 zzz` → `暂住证`. */
export function wordsOf(title: string, search: string): string {
  const own = title.toLowerCase()
  const words = (search.startsWith(own) ? search.slice(own.length) : search).split(' ').filter(Boolean)
  const spelled = [...own.split(' '), ...words].filter((word) => /\p{Script=Han}/u.test(word)).map(spelling)
  return words.filter((word) => !/^[a-z0-9]+$/.test(word) || !spelled.some((one) => one.test(word))).join(' ')
}

/** What spells a word in full or by first letters, digits around it or not. */
function spelling(word: string): RegExp {
  const heard = [...word].filter((one) => /[\p{Script=Han}a-z0-9]/u.test(one)).map((one) => sounds.get(one) ?? [/[a-z0-9]/.test(one) ? one : '[a-z]+'])
  const full = heard.map((some) => `(?:${some.join('|')})`).join('')
  const initials = heard.map((some) => `(?:${some.map((one) => (one === '[a-z]+' ? '[a-z]' : one[0])).join('|')})`).join('')
  return new RegExp(`${full}|^[0-9]*${initials}[0-9]*$`)
}
